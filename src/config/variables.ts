import type { Text } from '../domain/kernel/text.ts';

/** Where an administrator finds what a required variable wants; said when it is missing or wrong. */
export const whereToGet: Readonly<Record<string, Text>> = {
  BOT_APP_ID: {
    zh: 'Azure 门户 → Azure 机器人 → 配置 → Microsoft 应用 ID（一串 GUID）',
    en: 'Azure portal → Azure Bot → Configuration → Microsoft App ID (a GUID)',
  },
  BOT_APP_PASSWORD: {
    zh: 'Azure 门户 → 应用注册 → 证书和密码 → 新建客户端密码（BOT_APP_TYPE=UserAssignedMsi 时不需要）',
    en: 'Azure portal → App registrations → Certificates & secrets → New client secret (not needed with BOT_APP_TYPE=UserAssignedMsi)',
  },
  BOT_APP_TYPE: {
    zh: 'SingleTenant 或 UserAssignedMsi，与 Azure 机器人的类型一致',
    en: 'SingleTenant or UserAssignedMsi, as the Azure Bot was created',
  },
  BOT_TENANT_ID: {
    zh: 'Azure 门户 → Microsoft Entra ID → 概述 → 租户 ID（一串 GUID）',
    en: 'Azure portal → Microsoft Entra ID → Overview → Tenant ID (a GUID)',
  },
  ANSWER_SECRET: {
    zh: '至少 32 个字符的随机文字，例如用 openssl rand -base64 48 生成；答案用它加密，以后不能更换；丢失后，进行中的回访答卷就读不出来了，请另存一份',
    en: 'at least 32 random characters, for example from openssl rand -base64 48; answers are encrypted with it. It cannot be changed later, and losing it loses the answers of open rounds: keep a copy elsewhere',
  },
  FIRST_STAFF_ID: {
    zh: '第一位培训管理员的对象 ID：Azure 门户 → 用户 → 该用户 → 对象 ID（一串 GUID）',
    en: 'object id of the first member of the training staff: Azure portal → Users → that person → Object ID (a GUID)',
  },
  ORGANISATION_NAME: {
    zh: '贵单位的名称；会作为 Teams 应用的发布者显示，最多 32 个字符',
    en: "your organisation's name; shown as the Teams app's publisher, at most 32 characters",
  },
  MANIFEST_WEBSITE_URL: {
    zh: '贵单位介绍或支持页面的 https 地址，会显示在 Teams 应用的详情里',
    en: "the https address of your organisation's site or support page, shown with the app in Teams",
  },
  MANIFEST_PRIVACY_URL: {
    zh: '贵单位隐私声明的 https 地址，会显示在 Teams 应用的详情里',
    en: "the https address of your organisation's privacy statement, shown with the app in Teams",
  },
  MANIFEST_TERMS_URL: {
    zh: '贵单位使用条款的 https 地址，会显示在 Teams 应用的详情里',
    en: "the https address of your organisation's terms of use, shown with the app in Teams",
  },
  PORT: { zh: '1 到 65535 之间的数字，默认 3978', en: 'a number from 1 to 65535, 3978 by default' },
  METRICS_PORT: {
    zh: '1 到 65535 之间的数字，不同于 PORT；不填则不提供',
    en: 'a number from 1 to 65535, another than PORT; left empty, there are none',
  },
  ORGANISATION_TIME_ZONE: {
    zh: 'IANA 时区名，例如 Asia/Shanghai',
    en: 'an IANA time zone such as Asia/Shanghai or Europe/Berlin',
  },
  ORGANISATION_LANGUAGE: { zh: 'zh 或 en', en: 'zh or en' },
  ORGANISATION_CALENDAR: {
    zh: 'CN（中国法定节假日与调休）或 weekdays（周一至周五）',
    en: 'CN (Chinese public holidays and make-up workdays) or weekdays (Monday to Friday)',
  },
  DELIVERY_HOURS: { zh: '形如 09:00-18:00', en: 'like 09:00-18:00' },
  TEAMS_REQUESTS_PER_SECOND: {
    zh: '不超过 50 的正数，默认 45',
    en: 'a positive number, at most 50; 45 by default',
  },
  CAMPAIGN_SPREAD_SECONDS: {
    zh: '0 到 3600 之间的秒数，默认 30',
    en: 'seconds from 0 to 3600; 30 by default',
  },
  MONGODB_URI: {
    zh: 'mongodb:// 或 mongodb+srv:// 开头的连接地址；不填则使用本机自带的小型数据库',
    en: 'a connection string starting with mongodb:// or mongodb+srv://; left empty, the small built-in database is used',
  },
  QUESTIONNAIRES_FOLDER: {
    zh: '贵单位自编问卷所在的目录；不填则使用自带的问卷',
    en: "the folder of your organisation's own questionnaires; left empty, the built-in ones are asked",
  },
  LOG_LEVEL: { zh: 'debug、info、warn、error 或 silent', en: 'debug, info, warn, error or silent' },
};

/** Said for the policy's numbers: their default is the policy's. */
export const numberHint: Text = {
  zh: '一个正数；不填则按制度的默认值',
  en: "a positive number; left empty, the policy's own",
};
