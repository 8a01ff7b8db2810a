import {
  ConfigurationBotFrameworkAuthentication,
  type ConfigurationBotFrameworkAuthenticationOptions,
  type ConfigurationServiceClientCredentialFactoryOptions,
} from 'botbuilder';

type CredentialsFactory = ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[1];

/** How the bot proves who it is, and whose tokens it believes. */
export type BotAuthentication =
  | {
      readonly kind: 'entra';
      readonly appId: string;
      readonly tenantId: string;
      readonly appType: 'SingleTenant' | 'UserAssignedMsi';
      readonly password: string;
      /** Another cloud's addresses, or a test's; all of them or none (TEAMS.md §3.1). */
      readonly parameters?: ConfigurationBotFrameworkAuthenticationOptions;
      /** Stands in for the SDK's own, which only asks Entra ID. */
      readonly credentials?: CredentialsFactory;
    }
  /** No tokens at all: for the Playground on this machine. `botId` is what it calls the bot. */
  | { readonly kind: 'local'; readonly botId?: string };

export interface BotIdentity {
  readonly appId: string;
  readonly botId: string;
  readonly checksTokens: boolean;
  readonly channelIssuer: string;
  readonly authentication: ConfigurationBotFrameworkAuthentication;
}

const publicCloudIssuer = 'https://api.botframework.com';

/** Everything is given as one explicit object: the SDK would otherwise read the process's environment. */
export const identityOf = (auth: BotAuthentication): BotIdentity => {
  if (auth.kind === 'local') {
    return {
      appId: '',
      botId: auth.botId ?? 'demo-bot',
      checksTokens: false,
      channelIssuer: publicCloudIssuer,
      authentication: new ConfigurationBotFrameworkAuthentication({}),
    };
  }
  // The SDK switches authentication off without an id, silently.
  if (auth.appId.trim() === '') throw new Error('a bot without an app id would check no tokens');
  const options: ConfigurationBotFrameworkAuthenticationOptions &
    ConfigurationServiceClientCredentialFactoryOptions = {
    MicrosoftAppId: auth.appId,
    MicrosoftAppTenantId: auth.tenantId,
    MicrosoftAppType: auth.appType,
    ...(auth.appType === 'SingleTenant' ? { MicrosoftAppPassword: auth.password } : {}),
    ...auth.parameters,
  };
  return {
    appId: auth.appId,
    botId: `28:${auth.appId}`,
    checksTokens: true,
    channelIssuer: auth.parameters?.ToBotFromChannelTokenIssuer ?? publicCloudIssuer,
    authentication: new ConfigurationBotFrameworkAuthentication(options, auth.credentials),
  };
};
