import type { Text } from '../domain/kernel/text.ts';

export const packageNotBuilt: Text = {
  zh: '还不能生成 Teams 应用包，请先补全以下设置（说明见 .env.example）：',
  en: 'The Teams app package cannot be built yet. Please complete these settings (explained in .env.example):',
};

export const packageNotAccepted: Text = {
  zh: '没有写入文件：微软的检查程序不接受这个应用包，原因如下：',
  en: 'Nothing was written: Microsoft’s validator does not accept the app package, for these reasons:',
};

export const packageBuilt = (file: string): Text => ({
  zh: `应用包已生成：${file}\n下一步：Teams 管理中心 → Teams 应用 → 管理应用 → 上传新应用，选择该文件；再用“设置策略”为大家安装。`,
  en: `The app package is ready: ${file}\nNext: Teams admin center → Teams apps → Manage apps → Upload new app, choose this file; then install it for everybody with a setup policy.`,
});
