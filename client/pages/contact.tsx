/** How to reach the agency, as links: every dead end shows it. */
import type { VNode } from 'preact';
import { settings } from '../http/account.ts';

export function Contact(): VNode | null {
  const agency = settings.value?.agency;
  if (agency === undefined) return null;
  return (
    <p>
      {agency.name} :{' '}
      <a href={`tel:${agency.phone.replaceAll(/\s/gu, '')}`}>{agency.phone.replaceAll(' ', '\u00a0')}</a> ou{' '}
      <a href={`mailto:${agency.email}`}>{agency.email}</a>, {agency.hours}.
    </p>
  );
}
