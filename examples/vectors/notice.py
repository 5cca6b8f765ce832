"""Clause 3.1.1 in Python: by when a requirement for support is to be told. One rule, written from the policy and its readings, to be scored."""

from calendar import monthrange
from datetime import date, timedelta

DAY = timedelta(days=1)


def month_before(day):
    """The corresponding day of the month before, or that month's last day."""
    year, month = (day.year, day.month - 1) if day.month > 1 else (day.year - 1, 12)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def last_to_reach(day):
    """The last day from which a month, counted forward, ends no later than this one."""
    ends_month = (day + DAY).day == 1
    return day - day.day * DAY if ends_month else month_before(day)


def noticeDeadline(facts, policy):
    readings = policy.get("readings", {})
    if policy.get("editions"):
        return "undetermined", None  # the text of another edition's clause is not held
    start = date.fromisoformat(facts["programmeStartsOn"])
    clear = DAY if readings.get("notice-boundary") == "clear-month" else 0 * DAY
    if readings.get("notice-month") == "count-forward":
        latest = last_to_reach(start - clear)
    else:
        latest = month_before(start) - clear
    return "computed", {"latestTimely": latest.isoformat(), "firstLate": (latest + DAY).isoformat()}
