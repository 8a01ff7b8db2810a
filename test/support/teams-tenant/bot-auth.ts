import { botFrameworkIssuer, connectorAudience } from './token-issuer.ts';

/** What a bot is composed with so that it trusts this tenant instead of Microsoft's cloud. */
export interface BotAuth {
  readonly appId: string;
  readonly tenantId: string;
  /** For `new ConfigurationBotFrameworkAuthentication(parameters, credentials)`. */
  readonly parameters: BotAuthParameters;
  /** Stands in for the SDK's credentials factory: MSAL refuses any authority that is not https. */
  readonly credentials: FixedCredentials;
  /** The outbound token, for a bot in another process: `credentialsWith(appId, token)` there. */
  readonly token: string;
}

export type BotAuthParameters = ReturnType<typeof botAuthParameters>;

/** All seven of the SDK's authentication parameters: naming only some of them makes every token fail. */
export function botAuthParameters(issuerUrl: string, appId: string, tenantId: string) {
  return {
    MicrosoftAppId: appId,
    MicrosoftAppTenantId: tenantId,
    MicrosoftAppType: 'SingleTenant',
    ToBotFromChannelOpenIdMetadataUrl: `${issuerUrl}/.well-known/openidconfiguration`,
    ToBotFromEmulatorOpenIdMetadataUrl: `${issuerUrl}/emulator/.well-known/openid-configuration`,
    ToBotFromChannelTokenIssuer: botFrameworkIssuer,
    ToChannelFromBotOAuthScope: connectorAudience,
    ToChannelFromBotLoginUrl: `${issuerUrl}/${tenantId}`,
    OAuthUrl: `${issuerUrl}/user-tokens`,
    ValidateAuthority: 'true',
  };
}

/** The part of the SDK's `WebResource` that signing a request needs. */
interface Signable {
  headers: { set(name: string, value: string): void };
}

export type FixedCredentials = ReturnType<typeof credentialsWith>;

/** A `ServiceClientCredentialsFactory` that signs every request with `token` and never asks the network. */
export function credentialsWith(appId: string, token: string) {
  return {
    isValidAppId: async (asked: string) => asked === appId,
    isAuthenticationDisabled: async () => false,
    createCredentials: async () => ({
      async signRequest<T extends Signable>(request: T): Promise<T> {
        request.headers.set('authorization', `Bearer ${token}`);
        return request;
      },
    }),
  };
}
