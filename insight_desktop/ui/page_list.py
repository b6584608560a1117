"""The pages of the window, in the order of the sidebar. Adding a page is one folder and one entry here."""

from insight_desktop.ui.marking import QT_TRANSLATE_NOOP
from insight_desktop.ui.pages import Context, PageSpec, Presenter


def _today(context: Context) -> Presenter:
    from insight_desktop.ui.today.presenter import TodayPresenter
    from insight_desktop.ui.today.view import TodayView

    return TodayPresenter(context, TodayView())


def _meetings(context: Context) -> Presenter:
    from insight_desktop.ui.meetings.presenter import MeetingsPresenter
    from insight_desktop.ui.meetings.view import MeetingsView

    return MeetingsPresenter(context, MeetingsView())


def _meeting(context: Context) -> Presenter:
    from insight_desktop.ui.meeting.presenter import MeetingPresenter
    from insight_desktop.ui.meeting.view import MeetingView

    return MeetingPresenter(context, MeetingView())


def _customers(context: Context) -> Presenter:
    from insight_desktop.ui.customers.presenter import CustomersPresenter
    from insight_desktop.ui.customers.view import CustomersView

    return CustomersPresenter(context, CustomersView())


def _trends(context: Context) -> Presenter:
    from insight_desktop.ui.trends.presenter import TrendsPresenter
    from insight_desktop.ui.trends.view import TrendsView

    return TrendsPresenter(context, TrendsView())


def _search(context: Context) -> Presenter:
    from insight_desktop.ui.search.results_presenter import ResultsPresenter
    from insight_desktop.ui.search.results_view import ResultsView

    return ResultsPresenter(context, ResultsView())


def _exports(context: Context) -> Presenter:
    from insight_desktop.ui.exporting.presenter import ExportPresenter
    from insight_desktop.ui.exporting.view import ExportView

    return ExportPresenter(context, ExportView())


def _suggestions(context: Context) -> Presenter:
    from insight_desktop.ui.suggestions.presenter import SuggestionsPresenter
    from insight_desktop.ui.suggestions.view import SuggestionsView

    return SuggestionsPresenter(context, SuggestionsView())


def _recording(context: Context) -> Presenter:
    from insight_desktop.ui.recording.presenter import RecordingPresenter
    from insight_desktop.ui.recording.view import RecordingView

    return RecordingPresenter(context, RecordingView())


def _settings(context: Context) -> Presenter:
    from insight_desktop.ui.settings.presenter import SettingsPresenter
    from insight_desktop.ui.settings.view import SettingsView

    return SettingsPresenter(context, SettingsView())


def _privacy(context: Context) -> Presenter:
    from insight_desktop.ui.privacy.presenter import PrivacyPresenter
    from insight_desktop.ui.privacy.view import PrivacyView

    return PrivacyPresenter(context, PrivacyView())


def _health(context: Context) -> Presenter:
    from insight_desktop.ui.health.presenter import HealthPresenter
    from insight_desktop.ui.health.view import HealthView

    return HealthPresenter(context, HealthView())


def _welcome(context: Context) -> Presenter:
    from insight_desktop.ui.welcome.presenter import WelcomePresenter
    from insight_desktop.ui.welcome.view import WelcomeView

    return WelcomePresenter(context, WelcomeView())


def _guide(context: Context) -> Presenter:
    from insight_desktop.ui.guide.presenter import GuidePresenter
    from insight_desktop.ui.guide.view import GuideView

    return GuidePresenter(context, GuideView())


def _catalogue(context: Context) -> Presenter:
    from insight_desktop.ui.catalogue.presenter import CataloguePresenter
    from insight_desktop.ui.catalogue.view import CatalogueView

    return CataloguePresenter(context, CatalogueView())


def _results(context: Context) -> Presenter:
    from insight_desktop.ui.results.presenter import OfferResultsPresenter
    from insight_desktop.ui.results.view import OfferResultsView

    return OfferResultsPresenter(context, OfferResultsView())


def _stories(context: Context) -> Presenter:
    from insight_desktop.ui.stories.presenter import StoriesPresenter
    from insight_desktop.ui.stories.view import StoriesView

    return StoriesPresenter(context, StoriesView())


PAGES: tuple[PageSpec, ...] = (
    PageSpec(id="today", title=QT_TRANSLATE_NOOP("Pages", "Today"), icon="sunrise", build=_today),
    PageSpec(id="meetings", title=QT_TRANSLATE_NOOP("Pages", "Meetings"), icon="messages-square", build=_meetings),
    PageSpec(
        id="meeting",
        title=QT_TRANSLATE_NOOP("Pages", "Meeting"),
        icon="messages-square",
        build=_meeting,
        in_sidebar=False,
        parent="meetings",
    ),
    PageSpec(id="customers", title=QT_TRANSLATE_NOOP("Pages", "Customers"), icon="building-2", build=_customers),
    PageSpec(id="trends", title=QT_TRANSLATE_NOOP("Pages", "Trends"), icon="chart-column", build=_trends),
    PageSpec(id="suggestions", title=QT_TRANSLATE_NOOP("Pages", "Suggestions"), icon="lightbulb", build=_suggestions),
    PageSpec(
        id="catalogue",
        title=QT_TRANSLATE_NOOP("Pages", "Catalogue"),
        icon="shopping-cart",
        build=_catalogue,
        in_sidebar=False,
        parent="suggestions",
    ),
    PageSpec(
        id="results",
        title=QT_TRANSLATE_NOOP("Pages", "Results"),
        icon="chart-column",
        build=_results,
        in_sidebar=False,
        parent="suggestions",
    ),
    PageSpec(
        id="stories",
        title=QT_TRANSLATE_NOOP("Pages", "Success stories"),
        icon="trophy",
        build=_stories,
        in_sidebar=False,
        parent="suggestions",
    ),
    PageSpec(id="search", title=QT_TRANSLATE_NOOP("Pages", "Search"), icon="search", build=_search),
    PageSpec(id="exports", title=QT_TRANSLATE_NOOP("Pages", "Export"), icon="file-output", build=_exports),
    PageSpec(
        id="recording",
        title=QT_TRANSLATE_NOOP("Pages", "Recording"),
        icon="circle-dot",
        build=_recording,
        in_sidebar=False,
        parent="meetings",
    ),
    PageSpec(
        id="privacy",
        title=QT_TRANSLATE_NOOP("Pages", "Privacy"),
        icon="shield-check",
        build=_privacy,
        at_foot=True,
    ),
    PageSpec(
        id="settings", title=QT_TRANSLATE_NOOP("Pages", "Settings"), icon="settings", build=_settings, at_foot=True
    ),
    PageSpec(
        id="health",
        title=QT_TRANSLATE_NOOP("Pages", "Health check"),
        icon="circle-check",
        build=_health,
        in_sidebar=False,
        parent="settings",
    ),
    PageSpec(
        id="welcome",
        title=QT_TRANSLATE_NOOP("Pages", "First steps"),
        icon="flag",
        build=_welcome,
        in_sidebar=False,
        parent="today",
    ),
    PageSpec(
        id="guide",
        title=QT_TRANSLATE_NOOP("Pages", "User's guide"),
        icon="scroll-text",
        build=_guide,
        at_foot=True,
    ),
)
