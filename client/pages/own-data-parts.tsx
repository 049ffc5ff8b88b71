/** What the file of «Télécharger mes données» holds, part by part, under the names that stand in it. */
import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { OWN_DATA_WORDS } from './own-data-words.ts';

const PLACE = 'mes-donnees';

export function OwnDataParts(): VNode {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (location.hash === `#${PLACE}`) title.current?.scrollIntoView(); // drawn after the browser looked for it
  }, []);
  return (
    <>
      <h2 id={PLACE} ref={title}>
        Le fichier de vos données
      </h2>
      <p>
        C’est un fichier JSON, lisible par vous et par un ordinateur. Il porte le nom de son format, sa
        version (<code>format</code>, <code>version</code>), sa date (<code>madeAt</code>, heure universelle)
        et le compte dont il s’agit (<code>realm</code>&nbsp;: interne, procuration ou gestionnaire).
        Ensuite&nbsp;:
      </p>
      <ul>
        {Object.entries(OWN_DATA_WORDS).map(([part, words]) => (
          <li key={part}>
            <code>{part}</code>
            {'\u00a0'}: {words}
          </li>
        ))}
      </ul>
      <p>
        N’y figurent pas&nbsp;: vos secrets (mot de passe, réponse secrète, clés, liens), dont il n’est gardé
        qu’une empreinte ou qui ne doivent pas circuler&#8239;; les motifs et preuves que l’ARS seule peut
        lire&#8239;; les noms des gestionnaires et toute autre personne, le téléphone de votre mandataire
        compris&#8239;; les numéros internes du service. Un compte encore à confirmer ne reçoit pas ce que
        l’ARS sait de l’interne.
      </p>
    </>
  );
}
