/**
 * A part of a page that comes in a file of its own: asked for when it is first shown, or before (`bring`), so that it is
 * there when it counts. It never holds up what is around it, and what goes wrong in it stays in it: a file that cannot be
 * had (no network, a release meanwhile) is said in its place, with a button. The page is never loaded anew for it.
 */
import { signal } from '@preact/signals';
import { Component } from 'preact';
import type { ComponentChildren, ComponentType, VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { Alert } from './alert.tsx';
import { Button } from './button.tsx';
import { announce } from './live-regions.tsx';

interface Wanted<Props> {
  /** What is missed where it does not come, as a sentence begins: «La liste des internes». */
  readonly what: string;
  readonly load: () => Promise<ComponentType<Props>>;
  /** In its place until it is there; nothing where left out. */
  readonly meanwhile?: () => VNode;
}

export interface Later<Props> {
  (props: Props): VNode | null;
  /** Asks for its file before it is shown. Where that fails nothing is said: it is asked for again when it is. */
  bring(): Promise<void>;
}

type Coming<Props> = 'unasked' | 'asked' | 'missing' | { readonly part: ComponentType<Props> };

/** `what` and the file of one part; `room/later-parts.tsx` shows the use. */
export function later<Props extends object>({ what, load, meanwhile }: Wanted<Props>): Later<Props> {
  const coming = signal<Coming<Props>>('unasked');
  let shown = 0;
  const ask = async (): Promise<void> => {
    coming.value = 'asked';
    coming.value = await fetchFiles()
      .then(load)
      .then(
        part => ({ part }),
        () => (shown > 0 ? 'missing' : 'unasked'),
      );
  };
  const bring = async (): Promise<void> => {
    if (coming.peek() === 'unasked') await ask();
  };
  function Part(props: Props): VNode | null {
    const now = coming.value;
    useEffect(() => {
      shown++;
      void bring();
      return () => void shown--;
    }, []);
    if (now === 'missing') return <Missing what={what} onAgain={() => void ask()} />;
    if (typeof now === 'string') return meanwhile === undefined ? null : meanwhile();
    const { part: Shown } = now;
    return (
      <Fence what={what}>
        <Shown {...props} />
      </Fence>
    );
  }
  return Object.assign(Part, { bring });
}

/**
 * Browsers keep the failure of an `import` for as long as the page lives, so nothing is imported that is not in their cache.
 * The build has written the files of all later parts into the page (../room-page.ts); a development server has none.
 * @throws Error where one cannot be had.
 */
async function fetchFiles(): Promise<void> {
  const named = document.querySelector('meta[name="later-parts"]')?.getAttribute('content') ?? '';
  const fetchOne = async (file: string): Promise<void> => {
    const answer = await fetch(file);
    if (!answer.ok) throw new Error(`${file} answered ${answer.status}`);
    await answer.arrayBuffer();
  };
  await Promise.all(named.split(' ').filter(Boolean).map(fetchOne));
}

interface MissingProps {
  readonly what: string;
  readonly onAgain: () => void;
}

function Missing({ what, onAgain }: MissingProps): VNode {
  const title = `${what} n’a pas pu s’afficher`;
  useEffect(() => announce('status', `${title}. Vous pouvez réessayer.`), [title]);
  return (
    <Alert
      kind="attention"
      title={title}
      acts={
        <Button kind="edge" icon="refresh" onClick={onAgain}>
          Réessayer
        </Button>
      }
    >
      <p>
        Vérifiez votre connexion, puis réessayez. Le reste de la page fonctionne. Si cela dure, rechargez la
        page, mais pas pendant votre tour.
      </p>
    </Alert>
  );
}

interface FenceProps {
  readonly what: string;
  readonly children: ComponentChildren;
}

/** A fault of ours inside takes this part away, and nothing else. */
class Fence extends Component<FenceProps, { readonly broken: boolean }> {
  override state = { broken: false };

  override componentDidCatch(fault: unknown): void {
    reportError(fault); // for whoever looks into the console; the page goes on
    this.setState({ broken: true });
  }

  override render({ what, children }: FenceProps): ComponentChildren {
    return this.state.broken ? (
      <Missing what={what} onAgain={() => this.setState({ broken: false })} />
    ) : (
      children
    );
  }
}
