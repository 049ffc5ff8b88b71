/** What a search of the offer reads of a line, in the words that the screen shows: from a room's directory and from the public offer alike. Pure. */
import { phaseTitle } from './amphitheatre-title.ts';
import type { DirectoryPost, DirectoryService, Phase } from './directory.ts';
import type { LineToIndex } from './offer-index.ts';
import { departmentTitle } from './departments.ts';

interface Offering {
  /** Its title, as shown. */
  readonly amphitheatre: string;
  readonly group: string;
  readonly phase: Phase;
  readonly specialties: ReadonlyMap<number, string>;
}

export const lineTexts = (
  { department, city, establishment, name, head }: DirectoryService,
  { accreditation, reservedFor, earmark }: Pick<DirectoryPost, 'accreditation' | 'reservedFor' | 'earmark'>,
  { amphitheatre, group, phase, specialties }: Offering,
): LineToIndex['texts'] => ({
  department: departmentTitle(department),
  city,
  establishment,
  service: name,
  head,
  accreditation,
  reservedFor: reservedFor === null ? '' : (specialties.get(reservedFor) ?? ''),
  earmark: earmark ?? '',
  amphitheatre,
  group,
  phase: phaseTitle(phase),
});
