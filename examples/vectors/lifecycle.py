"""The programme in Python: which event is taken at which stage, and where it leads. Written from the policy and its readings, to be scored."""

from datetime import date, datetime, timedelta, timezone

STANDARD = {
    "first-deadline-missed": "not-settled-here",
    "never-resubmitted": "restart",
    "resubmission-after-restart": "each-portfolio",
}
FIRST, SECOND = ("submitted", "under-review"), ("resubmitted", "under-second-review")
OPEN = ("registered", "in-programme", *FIRST, "criteria-met", "criteria-not-met", *SECOND, "restart-required")
ENTRY = ("registered", "in-programme")
TAKEN = {
    "portfolio-issued": ("registered",),  # 4.3
    "supporter-appointed": ENTRY,  # 6.1.2
    "mentor-requested": ENTRY,  # 6.1.3
    "mentor-appointed": ENTRY,
    "adjustments-requested": OPEN,  # 3.1.1
    "special-arrangement-agreed": OPEN,  # 6.1.7
    "portfolio-submitted": ("in-programme",),  # 4.4
    "submission-deadline-missed": ("in-programme",),  # 6.2.3
    "review-started": ("submitted",),  # 4.4
    "outcome-released": FIRST + SECOND,  # 4.4
    "feedback-issued": ("criteria-met", "criteria-not-met", *SECOND, "restart-required"),  # 6.2.1.a
    "portfolio-resubmitted": ("criteria-not-met",),  # 6.2.1.b
    "resubmission-deadline-missed": ("criteria-not-met",),  # 6.2.3
    "second-review-started": ("resubmitted",),  # 4.4
    "status-awarded": ("criteria-met",),  # 4.3
    "restarted": ("restart-required",),  # 6.2.3
    "withdrawn": OPEN,  # 4.3
}
ONLY = {"supporter-appointed": "QTLS", "mentor-requested": "ATS", "mentor-appointed": "ATS"}
LEADS = {
    "portfolio-issued": "in-programme",
    "review-started": "under-review",
    "second-review-started": "under-second-review",
    "status-awarded": "awarded",
    "withdrawn": "withdrawn",
}


def instant(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00")).astimezone(timezone.utc)


def is_late(at, deadline):
    return deadline is not None and instant(at) > instant(deadline)


def last_sunday(year, month):
    """01:00 UTC on the last Sunday of March or October, when London's clock changes."""
    last = datetime(year, month, 31, 1, tzinfo=timezone.utc)
    return last - timedelta(last.isoweekday() % 7)


def day_of(moment):
    """The day of a date, or of an instant in London: an instant may be written by another clock, so its own text does not say."""
    if "T" not in moment:
        return date.fromisoformat(moment)
    at = instant(moment)
    is_summer = last_sunday(at.year, 3) <= at < last_sunday(at.year, 10)
    return (at + timedelta(hours=is_summer)).date()


class Case:
    def __init__(self, registration, readings):
        self.opening, self.readings, self.stage = registration, {**STANDARD, **readings}, "registered"
        self.cohort = registration["cohort"]
        self.first = self.cohort.get("submissionDeadline")
        self.second = self.cohort.get("resubmissionDeadline")
        self.earliest = None  # the day before which what comes next is refused
        self.trigger = None  # the day that made a restart necessary

    def send(self, event):
        kind, day = event["type"], day_of(event.get("at") or event["on"])
        if self.stage not in TAKEN[kind] or ONLY.get(kind, self.cohort["programme"]) != self.cohort["programme"]:
            return False
        if kind in ("portfolio-submitted", "outcome-released", "portfolio-resubmitted", "status-awarded") and day < self.earliest:
            return False
        if kind == "review-started" and self.first and day < day_of(self.first):
            return False
        if kind == "restarted":
            return self.restart(event)
        missed = {"submission-deadline-missed": self.first, "resubmission-deadline-missed": self.second}.get(kind)
        if missed and day <= day_of(missed):
            return False
        self.stage = self.after(kind, day, event, missed)
        return True

    def after(self, kind, day, event, missed):
        """Where an event that is taken leads."""
        if kind == "portfolio-submitted":
            late = is_late(event["at"], self.first)
            self.earliest = day if late or not self.first else max(day, day_of(self.first))
            return self.first_missed("submitted") if late else "submitted"
        if kind == "submission-deadline-missed" and missed:
            return self.first_missed(self.stage)
        if kind == "outcome-released":
            return self.outcome(day, event["reviewOutcome"])
        if kind == "portfolio-resubmitted":
            self.earliest = day
            return self.must_restart(day_of(self.second) + timedelta(1)) if is_late(event["at"], self.second) else "resubmitted"
        if kind == "resubmission-deadline-missed" and missed and self.readings["never-resubmitted"] == "restart":
            return self.must_restart(day_of(missed) + timedelta(1))
        if kind == "portfolio-issued":
            self.earliest = day
        return LEADS.get(kind, self.stage)

    def first_missed(self, otherwise):
        """6.2.3 is silent on a first deadline that is missed: by reading a restart, a withdrawal, or nothing that is settled."""
        reading = self.readings["first-deadline-missed"]
        if reading == "restart":
            return self.must_restart(day_of(self.first) + timedelta(1))
        return "withdrawn" if reading == "withdrawn" else otherwise

    def outcome(self, day, outcome):
        self.earliest = day
        once = self.opening.get("portfolio", 1) > 1 and self.readings["resubmission-after-restart"] == "once-per-person"
        if outcome == "criteria-met":
            return outcome
        return self.must_restart(day) if self.stage in SECOND or once else "criteria-not-met"

    def must_restart(self, trigger):
        self.trigger = trigger
        return "restart-required"

    def restart(self, event):
        """6.2.3: into another cohort of the programme, whose entry is open on the day of the trigger; where no end is stated, until it starts."""
        into = event["cohort"]
        closes, starts = into.get("entryCloses"), day_of(into["startsOn"])
        available = day_of(closes) >= self.trigger if closes else starts > self.trigger
        if into["id"] == self.cohort["id"] or into["programme"] != self.cohort["programme"] or not available:
            return False
        opening = {**self.opening, "cohort": into, "portfolio": self.opening.get("portfolio", 1) + 1}
        self.__init__(opening, self.readings)
        return True
