/** Names behind the ids of an amphitheatre, looked up at once: built from its directory when the room is opened. */
import { callOrderText } from '../../machines/call-order-text.ts';
import type {
  Directory,
  DirectoryPerson,
  DirectoryPost,
  DirectoryService,
} from '../../machines/directory.ts';
import type { PersonId, PostId, ServiceId, SpecialtyId } from '../../machines/ids.ts';
import { fullName } from '../ui/navigation.ts';

export interface Names {
  person(id: PersonId): DirectoryPerson | undefined;
  specialty(id: SpecialtyId): string | null;
  /** «135», «57 bis». */
  number(id: PersonId): string;
  /** «n° 135». */
  order(id: PersonId): string;
  /** «Élodie Rambaud». */
  name(id: PersonId): string;
  /** «Chirurgie digestive, Hôpital Avicenne». */
  service(id: ServiceId): string;
  post(id: PostId): string;
}

const UNKNOWN = 'nom en attente';

export function namesOf(directory: Directory | null): Names {
  const people = new Map<PersonId, DirectoryPerson>(directory?.people.map(one => [one.id, one]));
  const services = new Map<ServiceId, DirectoryService>(directory?.services.map(one => [one.id, one]));
  const posts = new Map<PostId, DirectoryPost>(directory?.posts.map(one => [one.id, one]));
  const specialties = new Map<SpecialtyId, string>(directory?.specialties.map(({ id, name }) => [id, name]));
  const service = (id: ServiceId): string => {
    const found = services.get(id);
    return found === undefined ? UNKNOWN : `${found.name}, ${found.establishment}`;
  };
  const numberOf = (id: PersonId): string => {
    const found = people.get(id);
    return found === undefined ? '–' : callOrderText(found.callOrder);
  };
  return {
    person: id => people.get(id),
    specialty: id => specialties.get(id) ?? null,
    number: numberOf,
    order: id => `n°\u00a0${numberOf(id)}`,
    name: id => {
      const found = people.get(id);
      return found === undefined ? UNKNOWN : fullName(found);
    },
    service,
    post: id => {
      const found = posts.get(id);
      return found === undefined ? UNKNOWN : service(found.service);
    },
  };
}
