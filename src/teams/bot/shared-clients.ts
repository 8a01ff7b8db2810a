import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder';

type Authentication = ConfigurationBotFrameworkAuthentication;
type ConnectorFactory = ReturnType<Authentication['createConnectorFactory']>;
type ConnectorClient = ReturnType<ConnectorFactory['create']>;
type UserTokenClient = ReturnType<Authentication['createUserTokenClient']>;

/** Teams has one service address per region and tenant. */
const mostKept = 50;

/**
 * The same authentication, whose clients are made once for each service address: the SDK makes two anew for every
 * turn, which costs more than checking the token. They hold nothing of a turn. Every token is checked as before.
 */
export const sharedClients = (authentication: Authentication): Authentication => {
  const connectors = new Map<string, ConnectorClient>();
  let userTokens: UserTokenClient | undefined;

  const sharing = (factory: ConnectorFactory): ConnectorFactory => ({
    create: (serviceUrl, audience) => {
      const key = `${serviceUrl} ${audience}`;
      const known = connectors.get(key);
      if (known !== undefined) return known;
      const [oldest] = connectors.keys();
      if (connectors.size >= mostKept && oldest !== undefined) connectors.delete(oldest);
      const made = factory.create(serviceUrl, audience);
      connectors.set(key, made);
      made.catch(() => connectors.delete(key));
      return made;
    },
  });

  const shared: Partial<Authentication> = {
    authenticateRequest: async (activity, authorization) => {
      const caller = await authentication.authenticateRequest(activity, authorization);
      const { connectorFactory } = caller;
      return connectorFactory === undefined
        ? caller
        : { ...caller, connectorFactory: sharing(connectorFactory) };
    },
    createConnectorFactory: (claims) => sharing(authentication.createConnectorFactory(claims)),
    createUserTokenClient: (claims) => {
      userTokens ??= authentication.createUserTokenClient(claims);
      userTokens.catch(() => {
        userTokens = undefined;
      });
      return userTokens;
    },
  };
  return Object.assign(Object.create(authentication) as Authentication, shared);
};
