/** «75 – Paris»: how departments head their part of the offer; an unknown one by its number alone. */
const DEPARTMENTS: Readonly<Record<string, string>> = {
  '75': 'Paris',
  '77': 'Seine-et-Marne',
  '78': 'Yvelines',
  '91': 'Essonne',
  '92': 'Hauts-de-Seine',
  '93': 'Seine-Saint-Denis',
  '94': 'Val-de-Marne',
  '95': 'Val-d’Oise',
};

export function departmentTitle(department: string): string {
  const name = DEPARTMENTS[department];
  return name === undefined ? department : `${department} – ${name}`;
}
