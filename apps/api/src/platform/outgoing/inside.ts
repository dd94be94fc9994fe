import { BlockList, isIP, isIPv4 } from 'node:net';

/**
 * Networks in which servers stand that are not for everybody, by IANA's registries of special purposes: this machine,
 * private networks, links, carriers, test nets, multicast, and what IPv6 wraps IPv4 in.
 */
const NOT_PUBLIC = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/96',
  '::ffff:0:0/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
];

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address, bits] = network.split('/') as [string, string];
    list.addSubnet(address, Number(bits), isIPv4(address) ? 'ipv4' : 'ipv6');
  }
  return list;
}

const notPublic = listOf(NOT_PUBLIC);

/**
 * Tells which network addresses a webhook must not reach: those that are not public, where somebody from outside could
 * otherwise make this server speak to its neighbours.
 *
 * @param allowed Networks that are reached nevertheless.
 */
export function insideOf(allowed: readonly string[]): (address: string) => boolean {
  const reachable = listOf(allowed);
  return (address) => {
    const kind = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    return isIP(address) === 0 || (notPublic.check(address, kind) && !reachable.check(address, kind));
  };
}
