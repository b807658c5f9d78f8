import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import { type JoinAddress, joinAddress } from '../../state/page/join-address.ts';
import type { Route } from '../../state/page/router.ts';

const askServer = async (): Promise<unknown> => (await fetch('api/addresses')).json();

/** What to show others so that they can come: a link, its host and path, and whether it works for them. */
export function useJoinLink(route: Extract<Route, { name: 'join' }>) {
  const { router } = useApp();
  const address = useSignal<JoinAddress>({ origin: location.origin, onlyHere: false });
  useEffect(() => {
    let gone = false;
    void joinAddress(location, askServer).then((found) => {
      if (!gone) address.value = found;
    });
    return () => {
      gone = true;
    };
  }, [address]);
  const { origin, onlyHere } = address.value;
  const home = router.link({ name: 'landing' }, origin).replace(/^https?:\/\/|\/$/g, '');
  return { link: router.link(route, origin), home, onlyHere };
}
