"""The form of who came to a meeting: a choice for each member who sat on its day."""

from datetime import datetime
from typing import Any

from django import forms
from django.db import transaction

from sightline.governance import keeping
from sightline.governance.keeping import ChangedMeanwhileError
from sightline.governance.models import Attendance, Came, Meeting
from sightline.people.models import User


class AttendanceForm(forms.Form):
    """Each member has a choice, and hidden beside it the version that the person saw."""

    def __init__(self, meeting: Meeting, data: Any = None) -> None:
        super().__init__(data)
        self.meeting = meeting
        self._noted = {each.member_id: each for each in meeting.attendances.all()}
        self._sitting = [e for e in meeting.body.members.all() if e.sits(meeting.day)]
        for member in self._sitting:
            noted = self._noted.get(member.pk)
            self.fields[f"member-{member.pk}"] = forms.ChoiceField(
                label=f"{member.name}, {member.role}",
                choices=[("", "Not noted"), *Came.choices],
                required=False,
                initial=noted.came if noted else "",
            )
            self.fields[f"seen-{member.pk}"] = forms.IntegerField(
                widget=forms.HiddenInput, required=False, initial=noted.version if noted else 0
            )

    def save(self, user: User, at: datetime) -> None:
        """Writes down what differs. Raises ChangedMeanwhileError, and then nothing is written."""
        with transaction.atomic():
            for member in self._sitting:
                came = self.cleaned_data[f"member-{member.pk}"]
                seen = self.cleaned_data[f"seen-{member.pk}"] or 0
                noted = self._noted.get(member.pk)
                if noted and came:
                    noted.came = came
                    keeping.change(noted, seen, user, at)
                elif came:
                    row = Attendance(meeting=self.meeting, member=member, came=came)
                    keeping.make(row, user, at)

    def shown_again(self, error: ChangedMeanwhileError) -> "AttendanceForm":
        """The form with what the person chose, over the versions as they now are."""
        data = dict(self.data.items())
        now = Attendance.objects.filter(meeting=self.meeting)
        for each in now:
            data[f"seen-{each.member_id}"] = str(each.version)
        again = AttendanceForm(self.meeting, data)
        again.add_error(None, str(error))
        return again
