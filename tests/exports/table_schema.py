"""A profile as a Table Schema: what a reader that knows nothing of this program may expect of the file."""

from typing import Any

from insight_desktop.exports.profiles import Column, ColumnType, DurationFormat, Encoding, Profile

CODECS = {Encoding.UTF8: "utf-8", Encoding.UTF8_BOM: "utf-8-sig", Encoding.CP932: "cp932"}
_WHOLE = (DurationFormat.SECONDS, DurationFormat.MILLISECONDS, DurationFormat.MINUTES)


def table_schema(profile: Profile) -> dict[str, Any]:
    """Return the schema in the form of https://specs.frictionlessdata.io/table-schema/."""
    schema: dict[str, Any] = {"fields": [_field(column, profile) for column in profile.columns], "missingValues": [""]}
    if profile.keys.crm_key:
        schema["primaryKey"] = [profile.keys.crm_key]
    return schema


def _field(column: Column, profile: Profile) -> dict[str, Any]:
    kind, form = _type(column, profile)
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if kind == "string":
        if column.max is not None:
            constraints["maxLength"] = column.max
        if column.pattern:
            constraints["pattern"] = column.pattern
        if column.type is ColumnType.ENUM and column.map:
            constraints["enum"] = sorted({*column.map.values(), column.map_default} - {""})
        if column.const:
            constraints["enum"] = [column.const]
    return {"name": column.header, "type": kind, "format": form, "constraints": constraints}


def _type(column: Column, profile: Profile) -> tuple[str, str]:
    times = profile.time
    if column.const is not None:
        return "string", "default"
    if column.type is ColumnType.DATE or (column.type is ColumnType.DATETIME and times.datetime != "epoch_ms"):
        form = times.date if column.type is ColumnType.DATE else times.datetime
        return str(column.type), form
    if column.type is ColumnType.TIME:
        return "time", times.time
    if column.type in {ColumnType.INT, ColumnType.DATETIME}:
        return "integer", "default"
    if column.type is ColumnType.DURATION and times.duration in _WHOLE:
        return "integer", "default"
    return ("number" if column.type is ColumnType.NUMBER else "string"), "default"
