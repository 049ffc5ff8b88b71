/** «Mes attestations»: one certificate per semester (M §12), for the intern; on the page «Mon amphithéâtre». */
import type { VNode } from 'preact';
import { me } from '../http/account.ts';
import type { MyCertificate } from '../http/answers.ts';
import { useAsked } from '../http/asked.ts';
import { Card } from '../ui/card.tsx';
import { dayAndYear, semesterName } from '../ui/format.ts';
import { Loading } from '../ui/loading.tsx';
import { Trouble } from '../ui/trouble.tsx';
import { DownloadLink } from './download-link.tsx';

/** Nothing for whoever is not signed in as an intern: the certificate is the intern's own document. */
export function MyDocuments(): VNode | null {
  const signedIn = (me.value?.intern ?? null) !== null;
  const asked = useAsked<readonly MyCertificate[]>(signedIn ? '/documents/certificates' : null);
  const { value, trouble } = asked;
  if (!signedIn) return null;
  return (
    <Card title="Mes attestations">
      {value === null && trouble === null ? <Loading lines={2} /> : null}
      <Trouble
        asked={asked}
        titles={['Attestations indisponibles', 'Attestations qui ne sont plus à jour']}
      />
      {value === null ? null : <Certificates certificates={value} />}
    </Card>
  );
}

function Certificates({ certificates }: { readonly certificates: readonly MyCertificate[] }): VNode {
  if (!certificates.some(({ ready }) => ready))
    return <p>Votre attestation paraît ici dès que votre choix est enregistré.</p>;
  return (
    <ul class="certificates">
      {certificates
        .filter(({ ready }) => ready)
        .map(({ semester, service, establishment, at }) => (
          <li key={semester}>
            <b>{semesterName(semester)}</b>
            <span>
              {service}, {establishment}
            </span>
            <span class="quiet small">{at === null ? '' : `Choix du ${dayAndYear(at)}`}</span>
            <CertificateLink semester={semester} />
          </li>
        ))}
    </ul>
  );
}

/** «Télécharger mon attestation» of one semester. */
export const CertificateLink = ({ semester }: { readonly semester: string }): VNode => (
  <DownloadLink path={`/documents/certificates/${semester}`}>Télécharger mon attestation</DownloadLink>
);
