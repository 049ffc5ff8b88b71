/** A telephone number as the French read it, and as a link dials it. Pure. */

/** «06 39 98 47 12», its spaces unbreakable; anything else stays as it was written. */
export function frenchPhone(phone: string): string {
  const digits = phone.replaceAll(/[\s.\-()]/gu, '').replace(/^\+33/u, '0');
  return /^0\d{9}$/u.test(digits) ? digits.replaceAll(/(\d\d)(?=\d)/gu, '$1\u00a0') : phone;
}

export const phoneLink = (phone: string): string => `tel:${phone.replaceAll(/[^\d+]/gu, '')}`;
