const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Whether the bot's token may be sent to this address: the host is on the list, and the way there is https
 * (plain http on loopback alone). The SDK itself would send it anywhere (TEAMS.md §2.1).
 */
export const isAllowedService = (serviceUrl: string, allowedHosts: readonly string[]): boolean => {
  if (!URL.canParse(serviceUrl)) return false;
  const { protocol, hostname, username, password } = new URL(serviceUrl);
  if (username !== '' || password !== '') return false;
  if (protocol !== 'https:' && !(protocol === 'http:' && loopback.test(hostname))) return false;
  return allowedHosts.some((host) => host.toLowerCase() === hostname);
};
