/** Where and what the posts are: semesters, specialties and their groups, establishments and services. */
import { defineEntity, p } from '@mikro-orm/core';
import { identity } from './columns.ts';

export const Semester = defineEntity({
  name: 'Semester',
  properties: { id: identity(), code: p.text().unique(), current: p.boolean().default(false) },
  uniques: [
    {
      name: 'semester_current_unique',
      expression: 'create unique index semester_current_unique on semester (current) where current',
    },
  ],
});

export const Specialty = defineEntity({
  name: 'Specialty',
  properties: { id: identity(), name: p.text().unique() },
});

export const SpecialtyGroup = defineEntity({
  name: 'SpecialtyGroup',
  properties: { id: identity(), name: p.text().unique() },
});

export const Establishment = defineEntity({
  name: 'Establishment',
  properties: {
    id: identity(),
    finess: p.text().unique(),
    name: p.text(),
    city: p.text(),
    department: p.text(),
  },
});

export const Service = defineEntity({
  name: 'Service',
  properties: {
    id: identity(),
    establishment: () => p.manyToOne(Establishment).updateRule('no action').deleteRule('no action'),
    name: p.text(),
    head: p.text().default(''),
  },
  uniques: [{ properties: ['establishment', 'name'] }],
});
