/** What a sign-up sends: each field with its limits; nothing beside them is taken (ASVS 2.2.1, 15.3.3). */
import { z } from 'zod';
import { visibleText } from '../../machines/visible-text.ts';
import { emailAddress, plainText } from '../http/input.ts';
import { mailedToken } from '../mailed-links/open-link.ts';
import { writtenPassword } from '../sign-in/passwords.ts';
import { EXAMS } from './roster.ts';

/** One line that can be read: no control, no mark that turns the text round. */
const LINE = /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u;
export const line = (most: number) => plainText.overwrite(visibleText).regex(LINE).min(1).max(most);

/** Several lines, as of a letter. */
const LINES = /^(?:[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|\n)*$/u;

export const phoneNumber = z
  .string()
  .trim()
  .regex(/^\+?\d(?:[ .()-]*\d){7,14}$/); // E.164: 15 digits at most
export const postalAddress = plainText
  .transform(text => visibleText(text).replaceAll(/\r\n?/g, '\n'))
  .pipe(z.string().regex(LINES).min(1).max(300));
export const secretQuestion = line(200);
export const secretAnswer = line(200).refine(answer => /[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(answer));

const OLDEST = '1930-01-01';
const YOUNGEST_MS = 15 * 365.25 * 86_400_000;
const birthDate = z.iso.date().refine(day => day >= OLDEST && Date.parse(day) < Date.now() - YOUNGEST_MS);

export const sixFields = z.strictObject({
  ine: plainText.trim().min(1).max(20),
  name: line(100),
  firstName: line(100),
  exam: z.enum(EXAMS),
  promotion: z.int().min(1980).max(2100),
  specialty: z.int32().min(1),
});

export const emailBody = z.strictObject({ matched: z.string().max(1_000), email: emailAddress });

export const linkBody = z.strictObject({ token: mailedToken });

export const finishBody = z.strictObject({
  token: mailedToken,
  password: writtenPassword,
  birthDate,
  phone: phoneNumber,
  address: postalAddress,
  secretQuestion,
  secretAnswer,
});
