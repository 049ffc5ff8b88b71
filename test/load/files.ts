/** The two files of a simulated amphitheatre (domain §11), so that it comes in by the door real ones come in by. */
import { chanceFrom } from './chance.ts';

export interface SimulatedFiles {
  readonly interns: Buffer;
  readonly posts: Buffer;
}

export interface FilesWanted {
  readonly group: string;
  /** Stands in every INE and FINESS of this run: two simulations never share a person. */
  readonly tag: string;
  readonly semester: string;
  readonly interns: number;
  readonly seed: number;
  /** Share of supernumeraries, 0 to 1. */
  readonly supernumeraries: number;
  /** As many at least; some more than interns where it is left out. */
  readonly seats?: number;
}

const SPECIALTIES = ['Chirurgie viscérale et digestive', 'Urologie'] as const;
const SEATS_A_SERVICE = 4;
const SPARE = 1.1; // nobody is left without a post that they may choose

const INTERN_COLUMNS =
  'ine;nom;prenom;nom_de_naissance;courriel;telephone;concours;promotion;regime;des;groupe;phase;ufr;semestres_valides;' +
  'surnombre_non_validant;annee_recherche;dispo_recherche;rang_national;rang_local;effectif_local;type_de_choix;choisit;absence_prevue';
const POST_COLUMNS =
  'numero;departement;etablissement;finess;ville;service;chef_de_service;groupe;phase;agrement;reserve;flechage;bloque;places';

const PHASE = 'approfondissement';

export function simulatedFiles(wanted: FilesWanted): SimulatedFiles {
  return {
    interns: Buffer.from([INTERN_COLUMNS, ...internRows(wanted)].join('\n')),
    posts: Buffer.from([POST_COLUMNS, ...postRows(wanted)].join('\n')),
  };
}

function internRows({ group, tag, semester, interns, seed, supernumeraries }: FilesWanted): string[] {
  const chance = chanceFrom(seed);
  const promotion = Number(semester.slice(0, 4)) - 3;
  const seniority = semester.endsWith('-05') ? 5 : 6; // no time lost: everyone is of their own promotion
  return Array.from({ length: interns }, (_, index) => {
    const number = index + 1;
    const status =
      chance() >= supernumeraries
        ? 'classique'
        : chance() < 0.5
          ? 'surnombre validant'
          : 'surnombre non validant';
    const drawn = chance() < 0.5 ? 0 : 1;
    const specialty = SPECIALTIES[index < SPECIALTIES.length ? index : drawn]; // each has somebody: posts are reserved for it
    return [
      `SIM${tag}${String(number).padStart(5, '0')}`,
      `Robot ${tag}`,
      `Numéro ${number}`,
      '',
      '',
      '',
      'EDN',
      promotion,
      'normal',
      specialty,
      group,
      PHASE,
      'Simulation',
      seniority,
      0,
      0,
      0,
      number,
      number,
      interns,
      status,
      'oui',
      '',
    ].join(';');
  });
}

function postRows({ group, tag, interns, seats = 0 }: FilesWanted): string[] {
  const services = Math.ceil(Math.max(interns * SPARE, seats) / SEATS_A_SERVICE) + 1;
  const reserved = Math.ceil(services / 20);
  return Array.from({ length: services + reserved }, (_, index) =>
    [
      `S${tag}${String(index + 1).padStart(4, '0')}`,
      '75',
      `Simulation, établissement ${1 + (index % 8)}`,
      `99${tag}${1 + (index % 8)}`.slice(0, 9).padEnd(9, '0'),
      'Paris',
      `Simulation ${tag}, service ${index + 1}`,
      '',
      group,
      PHASE,
      'Principal',
      index < services ? '' : SPECIALTIES[index % 2],
      index % 9 === 0 ? 'Fléché' : '',
      'non',
      SEATS_A_SERVICE,
    ].join(';'),
  );
}
