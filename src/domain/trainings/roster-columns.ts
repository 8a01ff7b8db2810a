/** The columns of a roster file under the names its documentation uses. */
export const rosterColumns = [
  'training_code',
  'course',
  'title',
  'mode',
  'source',
  'length',
  'start',
  'end',
  'time_zone',
  'instructor_emails',
  'name',
  'email',
  'department',
  'manager_email',
  'withdrawn',
  'training_status',
] as const;
export type RosterColumn = (typeof rosterColumns)[number];

/** A file may do without these columns, and their cells may be empty. */
export const optionalColumns: readonly RosterColumn[] = [
  'time_zone',
  'instructor_emails',
  'manager_email',
  'withdrawn',
  'training_status',
];

/** Headings understood, compared without spaces, hyphens, case and anything in brackets. */
const headings: Readonly<Record<RosterColumn, readonly string[]>> = {
  training_code: ['trainingcode', 'trainingid', 'code', '培训编号', '培训代码', '培训编码', '编号'],
  course: ['course', 'coursename', '课程', '课程名称'],
  title: ['title', 'trainingtitle', 'training', 'trainingname', '培训名称', '培训标题', '培训', '培训班名称'],
  mode: ['mode', 'form', 'format', '形式', '培训形式', '培训方式', '授课方式', '方式'],
  source: ['source', 'internalorexternal', '来源', '培训来源', '内外部', '内训外训'],
  length: ['length', 'duration', 'shortorlong', '期限', '长短', '长短期', '培训期限', '时长'],
  start: ['start', 'startdate', 'begin', '开始', '开始日期', '开始时间', '开班日期'],
  end: ['end', 'enddate', '结束', '结束日期', '结束时间', '结业日期'],
  time_zone: ['timezone', 'zone', '时区'],
  instructor_emails: [
    'instructoremails',
    'instructoremail',
    'instructors',
    'instructor',
    '讲师邮箱',
    '讲师',
    '讲师电子邮件',
  ],
  name: ['name', 'fullname', 'participant', 'participantname', '姓名', '学员', '学员姓名'],
  email: ['email', 'emailaddress', 'mail', 'participantemail', '邮箱', '电子邮件', '电子邮箱', '学员邮箱'],
  department: ['department', 'dept', '部门', '所在部门'],
  manager_email: [
    'manageremail',
    'manager',
    '经理邮箱',
    '上级邮箱',
    '主管邮箱',
    '直属上级邮箱',
    '直线经理邮箱',
    '上级',
  ],
  withdrawn: ['withdrawn', 'withdrew', '退出', '已退出', '是否退出', '退训'],
  // Not a mere "status": in other systems’ files that is a participant’s.
  training_status: [
    'trainingstatus',
    'coursestatus',
    'cancelled',
    'canceled',
    '培训状态',
    '开班状态',
    '是否取消',
  ],
};

/** A heading as it is compared: without spaces, hyphens, case and anything in brackets. */
export const plainHeading = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(.*?\)/gu, '')
    .replace(/[\s_\-:*\u200b\ufeff]/gu, '');

/** The column a heading means, or undefined: other columns of a file are left alone. */
export const columnOfHeading = (heading: string): RosterColumn | undefined => {
  const plain = plainHeading(heading);
  return rosterColumns.find((column) => headings[column].includes(plain));
};

/** The column of this very name, or of a heading that means it: as somebody types it who says what a heading means. */
export const columnNamed = (name: string): RosterColumn | undefined =>
  rosterColumns.find((column) => column === name.trim().toLowerCase()) ?? columnOfHeading(name);
