/** An e-mail address as a form first looks at it; the server looks closer. */

/** As `api/http/input.ts` takes it. */
export const goodEmail = (text: string): boolean =>
  /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-zA-Z\d-]+(?:\.[a-zA-Z\d-]+)+$/u.test(text.trim());

export const EMAIL_WANTED = 'Écrivez l’adresse en entier, par exemple prenom.nom@exemple.fr.';
