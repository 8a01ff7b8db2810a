import { z } from 'zod';
import { defaultSettings, type Settings } from '../domain/kernel/settings.ts';
import type { Config } from './config.ts';
import { windowsOf, windowVariables } from './window-variables.ts';

const guid = z.guid();
const zone = z.string().refine((name) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
});
const list = z.string().transform((text) => text.split(/[\s,;]+/).filter((part) => part !== ''));
const hour = /^([01]\d|2[0-3]):[0-5]\d$/;
const hours = z.string().transform((text, context) => {
  const [from, to] = text.split('-').map((part) => part.trim());
  if (from !== undefined && to !== undefined && hour.test(from) && hour.test(to) && from < to)
    return { from, to };
  context.addIssue({ code: 'custom' });
  return z.NEVER;
});
const positive = z.coerce.number().positive();
const share = positive.max(1);
const count = positive.int();
const port = z.coerce.number().int().min(0).max(65535);
const seconds = z.coerce.number().int().min(0).max(3600);

const { organisation, minimumGroup, issueRule } = defaultSettings;

const common = {
  FIRST_STAFF_ID: guid,
  ANSWER_SECRET: z.string().min(32),
  HOST: z.string().default('0.0.0.0'),
  PORT: port.default(3978),
  METRICS_PORT: port.optional(),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\//)
    .optional(),
  MONGODB_DATABASE: z.string().default('training-follow-up'),
  DATA_FOLDER: z.string().default('data'),
  QUESTIONNAIRES_FOLDER: z.string().optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  ORGANISATION_NAME: z.string().default(organisation.name),
  ORGANISATION_TIME_ZONE: zone.default(organisation.timeZone),
  ORGANISATION_LANGUAGE: z.enum(['zh', 'en']).default(organisation.language),
  ORGANISATION_CALENDAR: z.enum(['CN', 'weekdays']).default(organisation.calendar),
  DELIVERY_HOURS: hours.default(defaultSettings.deliveryHours),
  ...windowVariables,
  REMINDER_GAP_DAYS: count.default(defaultSettings.reminderGapDays),
  MINIMUM_SCORES: count.min(3).default(minimumGroup.scores),
  MINIMUM_COMMENTS: count.min(3).default(minimumGroup.comments),
  ISSUE_MEAN_BELOW: positive.max(5).default(issueRule.meanBelow),
  ISSUE_SATISFACTION_BELOW: share.default(issueRule.satisfactionBelow),
  ISSUE_MINIMUM_N: count.default(issueRule.minimumN),
  QUESTIONNAIRES_PER_WEEK: count.default(defaultSettings.questionnairesPerWeek),
  TEAMS_REQUESTS_PER_SECOND: positive.max(50).default(defaultSettings.sending.requestsPerSecond),
  CAMPAIGN_SPREAD_SECONDS: seconds.default(defaultSettings.sending.campaignSpreadSeconds),
};

const entra = z.object({
  ...common,
  BOT_APP_ID: guid,
  BOT_APP_TYPE: z.enum(['SingleTenant', 'UserAssignedMsi']).default('SingleTenant'),
  BOT_APP_PASSWORD: z.string().optional(),
  BOT_TENANT_ID: guid,
  CAMPAIGN_SPREAD_SECONDS: seconds.default(30),
  ALLOWED_TENANTS: list.optional(),
  ALLOWED_SERVICE_HOSTS: list.optional(),
  mode: z.literal('real').default('real'),
});
const local = z.object({
  ...common,
  FIRST_STAFF_ID: z.string().min(1),
  mode: z.literal('local').default('local'),
});

/** Everything read here; each stands in .env.example. */
export const configVariables: readonly string[] = Object.keys(entra.omit({ mode: true }).shape);

export type ReadConfig =
  | { readonly ok: true; readonly config: Config }
  /** The names of the variables that are missing or wrong. */
  | {
      readonly ok: false;
      readonly variables: readonly { readonly name: string; readonly missing: boolean }[];
    };

const settingsOf = (value: Omit<z.infer<typeof local>, 'mode'>): Settings => ({
  organisation: {
    name: value.ORGANISATION_NAME,
    timeZone: value.ORGANISATION_TIME_ZONE,
    language: value.ORGANISATION_LANGUAGE,
    calendar: value.ORGANISATION_CALENDAR,
  },
  deliveryHours: value.DELIVERY_HOURS,
  windows: windowsOf(value),
  reminderGapDays: value.REMINDER_GAP_DAYS,
  minimumGroup: { scores: value.MINIMUM_SCORES, comments: value.MINIMUM_COMMENTS },
  issueRule: {
    meanBelow: value.ISSUE_MEAN_BELOW,
    satisfactionBelow: value.ISSUE_SATISFACTION_BELOW,
    minimumN: value.ISSUE_MINIMUM_N,
  },
  questionnairesPerWeek: value.QUESTIONNAIRES_PER_WEEK,
  sending: {
    requestsPerSecond: value.TEAMS_REQUESTS_PER_SECOND,
    campaignSpreadSeconds: value.CAMPAIGN_SPREAD_SECONDS,
  },
});

/** Microsoft's public cloud; other clouds are named in ALLOWED_SERVICE_HOSTS. */
const publicCloudHosts = ['smba.trafficmanager.net'];

/**
 * Checks the environment once. Local mode is asked for by name (`local`), never by leaving something out:
 * then the bot has no identity and listens on loopback only.
 */
export const readConfig = (
  environment: Readonly<Record<string, string | undefined>>,
  mode: 'real' | 'local',
): ReadConfig => {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  // A variable that happens to be called `mode` says nothing.
  const asked = { ...given, mode };
  const parsed = mode === 'real' ? entra.safeParse(asked) : local.safeParse(asked);
  const problems = parsed.success ? [] : parsed.error.issues.map((issue) => String(issue.path[0]));
  if (mode === 'real' && given.BOT_APP_TYPE !== 'UserAssignedMsi' && given.BOT_APP_PASSWORD === undefined) {
    problems.push('BOT_APP_PASSWORD');
  }
  // One port cannot be two places; 0 takes any.
  if (parsed.success && parsed.data.METRICS_PORT === parsed.data.PORT && parsed.data.PORT !== 0) {
    problems.push('METRICS_PORT');
  }
  if (!parsed.success || problems.length > 0) {
    return {
      ok: false,
      variables: [...new Set(problems)].map((name) => ({ name, missing: given[name] === undefined })),
    };
  }
  const value = parsed.data;
  const bot: Config['bot'] =
    value.mode === 'real'
      ? {
          kind: 'entra',
          appId: value.BOT_APP_ID,
          tenantId: value.BOT_TENANT_ID,
          appType: value.BOT_APP_TYPE,
          password: value.BOT_APP_PASSWORD ?? '',
        }
      : { kind: 'local' };
  return {
    ok: true,
    config: {
      bot,
      allowedTenants: value.mode === 'real' ? (value.ALLOWED_TENANTS ?? [value.BOT_TENANT_ID]) : [],
      allowedServiceHosts:
        value.mode === 'real'
          ? (value.ALLOWED_SERVICE_HOSTS ?? publicCloudHosts)
          : ['127.0.0.1', 'localhost'],
      answerSecret: value.ANSWER_SECRET,
      firstStaff: value.FIRST_STAFF_ID,
      host: mode === 'local' ? '127.0.0.1' : value.HOST,
      port: value.PORT,
      ...(value.METRICS_PORT === undefined ? {} : { metricsPort: value.METRICS_PORT }),
      database:
        value.MONGODB_URI === undefined
          ? { kind: 'embedded', folder: value.DATA_FOLDER, name: value.MONGODB_DATABASE }
          : { kind: 'server', uri: value.MONGODB_URI, name: value.MONGODB_DATABASE },
      ...(value.QUESTIONNAIRES_FOLDER === undefined
        ? {}
        : { questionnairesFolder: value.QUESTIONNAIRES_FOLDER }),
      logLevel: value.LOG_LEVEL,
      settings: settingsOf(value),
    },
  };
};
