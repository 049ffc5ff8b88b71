/** Small words of French that a name decides. Pure. */

/** «d’Élodie Rambaud», «de Marc Ollivier». */
export const withDe = (name: string): string =>
  /^[aeiouyàâäéèêëîïôöùûüœæh]/iu.test(name) ? `d’${name}` : `de ${name}`;
