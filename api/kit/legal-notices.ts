/** What the law wants on «Mentions légales», «Données personnelles» and «Accessibilité» and only the operator knows: settings. */
import type { SettingName } from './settings.ts';

/** Null: not given yet; the page says so. */
export interface LegalNotices {
  /** The agency's, as on a letter. */
  readonly address: string | null;
  /** Name and function (LCEN art. 1-1). */
  readonly publicationDirector: string | null;
  /** Whose machines: name, address, telephone (LCEN art. 1-1). */
  readonly hosting: string | null;
  /** E-mail of the data protection officer (RGPD art. 13). */
  readonly dpo: string | null;
  readonly accessibility: AccessibilityNotices;
}

interface AccessibilityNotices {
  /** `2027-03-01`: of the declaration. */
  readonly declaredOn: string | null;
  /** Of the last audit; null: none was made, and the service is «non conforme» (RGAA 4.1). */
  readonly audit: { readonly rate: number; readonly by: string } | null;
  /** Where the agency's multiannual plan is published. */
  readonly planUrl: string | null;
}

/** How `config.ts` reads: one setting, trimmed, or what is wrong with it among the problems. */
interface Reading {
  readonly text: (name: SettingName) => string | null;
  readonly read: <Value>(
    name: SettingName,
    parse: (value: string) => Value | null,
    otherwise: Value,
    expected: string,
  ) => Value;
  readonly url: (name: SettingName, ...schemes: readonly string[]) => string | null;
  readonly parseAddress: (value: string) => string | null;
  readonly problems: string[];
}

export function readLegalNotices({ text, read, url, parseAddress, problems }: Reading): LegalNotices {
  const optional = <Value>(name: SettingName, parse: (value: string) => Value | null, expected: string) =>
    read<Value | null>(name, parse, null, expected);
  const rate = optional('ACCESSIBILITY_RATE', parseRate, 'a share of a hundred, 0 to 100');
  const by = text('ACCESSIBILITY_AUDITOR');
  if ((text('ACCESSIBILITY_RATE') === null) !== (by === null))
    problems.push('ACCESSIBILITY_RATE and ACCESSIBILITY_AUDITOR belong together: both, or neither');
  return {
    address: text('AGENCY_ADDRESS'),
    publicationDirector: text('PUBLICATION_DIRECTOR'),
    hosting: text('HOSTING'),
    dpo: optional('DPO_EMAIL', parseAddress, 'one e-mail address'),
    accessibility: {
      declaredOn: optional('ACCESSIBILITY_DATE', parseDay, 'a day written as 2027-03-01'),
      audit: rate === null || by === null ? null : { rate, by },
      planUrl: url('ACCESSIBILITY_PLAN_URL', 'https:'),
    },
  };
}

/** @returns null for what is no day of the calendar, written `2027-03-01`. */
function parseDay(value: string): string | null {
  const at = /^\d{4}-\d\d-\d\d$/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== value ? null : value;
}

/** Of the criteria of the RGAA that apply, those that are met. @returns null for what is no share of a hundred. */
function parseRate(value: string): number | null {
  const rate = /^\d{1,3}(?:[.,]\d{1,2})?$/.test(value) ? Number(value.replace(',', '.')) : Number.NaN;
  return rate >= 0 && rate <= 100 ? rate : null;
}
