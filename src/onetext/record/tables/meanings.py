"""What each value of the record's enumerations means, in one sentence, for the codebook."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from onetext.record.statements import (
    Act,
    MeetingStatus,
    Named,
    SpeakerKind,
    StatementKind,
    Topic,
)
from onetext.record.views import Verdict

DATED_BY = {
    "said": "the day on which the words were said",
    "published": "the day of publication; the day on which they were said is not known",
    "recorded": "the day of recording; neither of the others is known",
}

_MEANINGS: dict[type[StrEnum], dict[StrEnum, str]] = {
    StatementKind: {
        StatementKind.DIRECT: "all of the words stand in quotation marks in the source",
        StatementKind.INDIRECT: "the source reports the words without quotation marks",
        StatementKind.MIXED: "part of the reported words stands in quotation marks",
    },
    Act: {
        Act.ACCEPT: "agrees to a proposal, text, point or meeting, or endorses it",
        Act.OPEN: "calls it partly acceptable, promising or worth talking about",
        Act.REJECT: "refuses it or calls it unacceptable",
        Act.DEMAND: "says what a deal must hold or what another party must do",
        Act.OFFER: "proposes something or binds the speaker's own side to it",
        Act.THREATEN: "warns of harm or of a penalty",
        Act.ACCUSE: "blames or criticises a party",
        Act.DENY: "denies an allegation or a report",
        Act.REPORT: "anything else: facts, assessments, plans, hopes",
    },
    SpeakerKind: {
        SpeakerKind.PERSON: "a person",
        SpeakerKind.ORGANISATION: "an organisation that is no government",
        SpeakerKind.GOVERNMENT: "a government, ministry or other state body as such",
        SpeakerKind.ANONYMOUS: "somebody whom the source does not name",
        SpeakerKind.DOCUMENT: "a document, such as a draft or a statement in writing",
        SpeakerKind.MEDIA: "an outlet that speaks for itself",
    },
    Topic: {
        Topic.TERRITORY: "land, borders, who withdraws from where, status of regions",
        Topic.SECURITY_GUARANTEES: "guarantees and forces that protect against a new attack",
        Topic.CEASEFIRE: "a halt to fighting, its terms and its monitoring",
        Topic.MILITARY_LIMITS: "limits on forces and weapons, disarmament",
        Topic.ALLIANCES: "membership of alliances and unions, neutrality",
        Topic.SANCTIONS_ASSETS: "sanctions, frozen assets, trade measures, reparations",
        Topic.RECONSTRUCTION: "rebuilding, funds, investment",
        Topic.PRISONERS_HUMANITARIAN: "prisoners, hostages, refugees, humanitarian matters",
        Topic.NUCLEAR_PLANT: "nuclear power plants and their safety",
        Topic.ELECTIONS_POLITICS: "elections, institutions, politics within a party",
        Topic.PROCESS: "the talks themselves: rounds, formats, mediators, deadlines",
        Topic.BATTLEFIELD: "what happens in the fighting",
        Topic.OTHER: "none of these, or not told",
    },
    MeetingStatus: {
        MeetingStatus.HELD: "it took place",
        MeetingStatus.UNDER_WAY: "it was taking place when the source was written",
        MeetingStatus.PLANNED: "it was announced or agreed",
        MeetingStatus.PROPOSED: "somebody asked for it",
        MeetingStatus.CANCELLED: "it was called off",
    },
    Verdict: {
        Verdict.PENDING: "nobody has judged it yet",
        Verdict.ACCEPTED: "it stands as it was proposed",
        Verdict.CORRECTED: "it stands as a person corrected it",
        Verdict.REJECTED: "it does not count",
    },
    Named: {
        Named.PARTY: "the names are a party's",
        Named.PERSON: "the names are a person's",
    },
}


def meanings(kind: type[StrEnum]) -> Mapping[str, str]:
    """Each value of an enumeration with its meaning, in the order of the enumeration.

    Raises:
        KeyError: a value, or the whole enumeration, has no meaning here.
    """
    return {str(value): _MEANINGS[kind][value] for value in kind}
