"""Meetings as files for people and for CRMs."""
