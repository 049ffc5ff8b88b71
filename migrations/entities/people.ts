/** Interns, what the roster of a semester says of them, and their place on the call lists. */
import { defineEntity, p } from '@mikro-orm/core';
import { Amphitheatre, Session } from './amphitheatre.ts';
import { identity, instant, instantOfInsert } from './columns.ts';
import { Semester, Specialty, SpecialtyGroup } from './geography.ts';

export const Intern = defineEntity({
  name: 'Intern',
  properties: {
    id: identity(),
    ine: p.text().unique(),
    name: p.text(),
    firstName: p.text(),
    birthName: p.text().nullable(),
    exam: p.text(),
    promotion: p.integer(),
    regime: p.text().default(''),
  },
});

export const RosterEntry = defineEntity({
  name: 'RosterEntry',
  properties: {
    id: identity(),
    semester: () => p.manyToOne(Semester).updateRule('no action').deleteRule('no action'),
    intern: () => p.manyToOne(Intern).updateRule('no action').deleteRule('no action').index(),
    person: p.text().unique(),
    group: () => p.manyToOne(SpecialtyGroup).updateRule('no action').deleteRule('no action'),
    specialty: () => p.manyToOne(Specialty).updateRule('no action').deleteRule('no action'),
    phase: p.text(),
    faculty: p.text().default(''),
    email: p.text().default(''),
    phone: p.text().default(''),
    validatedSemesters: p.integer(),
    supernumerarySemesters: p.integer(),
    researchYearSemesters: p.integer(),
    researchLeaveSemesters: p.integer(),
    nationalRank: p.integer(),
    localRank: p.integer(),
    localHeadcount: p.integer(),
    seniority: p.integer(),
    theoreticalPromotion: p.integer(),
    presentHeadcount: p.integer(),
    status: p.text().default('classic'),
    fileStatus: p.text().default('classic'),
    chooses: p.boolean().default(true),
    extraTurnMs: p.integer().default(0),
    extraTurnReason: p.text().nullable(),
    favouritesVersion: p.integer().default(0),
    orderChecked: p.double().nullable(),
  },
  uniques: [{ properties: ['semester', 'intern'] }],
});

export const CallListEntry = defineEntity({
  name: 'CallListEntry',
  properties: {
    id: identity(),
    amphitheatre: () => p.manyToOne(Amphitheatre).updateRule('no action').deleteRule('no action'),
    rosterEntry: () => p.manyToOne(RosterEntry).updateRule('no action').deleteRule('no action').unique(),
    callOrder: p.double(),
    session: () => p.manyToOne(Session).updateRule('no action').deleteRule('no action').nullable().index(),
    outcome: p.text().nullable(),
    joinedLate: p.boolean().default(false),
  },
  uniques: [{ properties: ['amphitheatre', 'callOrder'], deferMode: 'deferred' }],
});

export const PlannedAbsence = defineEntity({
  name: 'PlannedAbsence',
  properties: {
    id: identity(),
    rosterEntry: () => p.manyToOne(RosterEntry).updateRule('no action').deleteRule('no action'),
    reason: p.text(),
    setAt: instantOfInsert(),
    setBy: p.integer().nullable(),
    liftedAt: instant().nullable(),
    liftedBy: p.integer().nullable(),
  },
  uniques: [
    {
      name: 'planned_absence_current_unique',
      expression: `create unique index planned_absence_current_unique on planned_absence (roster_entry_id)
        where lifted_at is null`,
    },
  ],
});

export const StatusRequest = defineEntity({
  name: 'StatusRequest',
  properties: {
    id: identity(),
    rosterEntry: () => p.manyToOne(RosterEntry).updateRule('no action').deleteRule('no action').index(),
    status: p.text(),
    askedAt: instantOfInsert(),
    decidedAt: instant().nullable(),
    decidedBy: p.integer().nullable(),
    decision: p.text().nullable(),
    reason: p.text().nullable(),
  },
  uniques: [
    {
      name: 'status_request_waiting_unique',
      expression: `create unique index status_request_waiting_unique on status_request (roster_entry_id)
        where decided_at is null`,
    },
  ],
});
