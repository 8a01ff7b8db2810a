import type { TrainingMode } from '../trainings/training.ts';
import type { Reading } from './reading.ts';
import { trouble } from './reading.ts';
import type { RosterProblemCode } from './roster-problem.ts';

/** Words as they are compared: without case, width, spaces, hyphens and what joins two of them. */
const plainWord = (text: string): string => {
  const word = text.normalize('NFKC').toLowerCase();
  return word.replace(/[\s_\-–+/&、和与]/gu, '') || word;
};

/** Values and the words for them, as they are compared, with spaces between. */
type Words<T> = ReadonlyMap<T, readonly string[]>;

const choice = <T>(code: RosterProblemCode, words: Words<T>) => {
  const meant = new Map(
    [...words].flatMap(([value, said]) =>
      said.flatMap((line) => line.split(' ')).map((word): [string, T] => [word, value]),
    ),
  );
  /** `面授 Classroom`, `内部/Internal`: what each part says, where all say the same. */
  const inTwoLanguages = (text: string): T | undefined => {
    const parts = text
      .normalize('NFKC')
      .split(/[\s/|()]+|(?<=\p{Script=Han})(?=[a-z])|(?<=[a-z])(?=\p{Script=Han})/iu)
      .filter((part) => part !== '')
      .map((part) => meant.get(plainWord(part)));
    return parts.length > 1 && parts.every((part) => part === parts[0]) ? parts[0] : undefined;
  };
  return (text: string): Reading<T> => {
    const value = meant.get(plainWord(text)) ?? inTwoLanguages(text);
    return value === undefined ? trouble(code) : { value };
  };
};

/** What is said in brackets, or beside a form, a source or a length, and changes nothing: `online course`, `内部培训`, `面授（北京）`. */
const inBrackets = /\([^()]*\)/gu;
const beside =
  /(?:培训|培訓|课程|課程|授课|授課|教学|学习|學習|方式|形式|模式|式|课|課|班|training|course|learning)$/u;

const kind = <T>(code: RosterProblemCode, words: Words<T>) => {
  const read = choice(code, words);
  return (text: string): Reading<T> => {
    const reading = read(text);
    if ('value' in reading) return reading;
    return read(plainWord(text).replace(inBrackets, '').replace(beside, ''));
  };
};

export const readMode = kind<TrainingMode>(
  'mode-unknown',
  new Map([
    [
      'classroom',
      [
        'classroom classroombased inclass inclassroom facetoface f2f inperson offline onsite physical',
        'ilt instructorled instructorledtraining',
        '课堂 課堂 教室 面授 集中 集中面授 线下 線下 线下面授 现场 現場 实体 實體',
      ],
    ],
    [
      'online',
      [
        'online virtual virtualclassroom virtualinstructorled vilt remote webinar e elearning web webbased wbt',
        'liveonline onlinelive livestream digital',
        '线上 線上 网络 网上 網路 網絡 網上 在线 在線 远程 遠程 遠端 网 云 直播 线上直播 录播 线上录播 视频 视频会议',
      ],
    ],
    [
      'mixed',
      [
        'mixed blended hybrid combined onlineoffline offlineonline onlineclassroom classroomonline',
        '混合 线上线下 線上線下 线下线上 线上线下结合 线上线下相结合 线上线下混合 面授线上 线上面授',
      ],
    ],
  ]),
);

export const readSource = kind<'internal' | 'external'>(
  'source-unknown',
  new Map([
    [
      'internal',
      [
        'internal inhouse internaltrainer internalprovider',
        '内部 內部 内 内训 內訓 企业内训 公司内训 公司内部 企业内部 内部讲师 自办',
      ],
    ],
    [
      'external',
      [
        'external outside vendor outsourced externalvendor externalprovider externaltrainer',
        '外部 外 外训 外訓 外派 外聘 外请 委外 送外 外部机构 外部讲师',
      ],
    ],
  ]),
);

export const readLength = kind<'short' | 'long'>(
  'length-unknown',
  new Map([
    ['short', ['short shortterm 短期 短']],
    ['long', ['long longterm 长期 長期 长 長']],
  ]),
);

/** Whether a training is cancelled; merged into another, its people are on that one’s lines. */
export const readCancelled = choice<boolean>(
  'status-unknown',
  new Map([
    [
      true,
      [
        'cancelled canceled cancel calledoff merged yes y true 1 x √ ✓ ✔',
        '取消 已取消 停办 停辦 已停办 不开班 合并 合併 已合并 已合併 是',
      ],
    ],
    [
      false,
      [
        'takesplace planned scheduled confirmed open active held running inprogress completed done finished closed',
        'no n false 0 - / × ✗ ✘ 否 无 無 正常 照常 正常开班 未取消',
        '计划 計劃 计划中 未开始 已确认 已確認 已开班 待开班 进行中 進行中 已完成 已结束 已結束 已结业',
      ],
    ],
  ]),
);

/** In a column that says how an enrolment stands a yes is somebody who comes; whoever has no place, or did not come, is not asked. */
export const readEnrolment = choice<boolean>(
  'enrolment-unknown',
  new Map([
    [
      true,
      [
        'withdrawn withdrew dropped droppedout unenrolled deregistered cancelled canceled declined rejected denied',
        'waitlisted waitlist waitinglist onwaitlist onthewaitinglist noshow absent notattended no n false 0 × ✗ ✘',
        '退出 已退出 退训 已退训 退课 取消 已取消 取消报名 已取消报名 已拒绝 拒绝 未通过 未报名 未参加 未出席 缺席 缺勤',
        '候补 候補 等候 等候名单 否',
      ],
    ],
    [
      false,
      [
        'enrolled registered confirmed approved accepted active notstarted inprogress attended completed passed',
        'yes y true 1 x √ ✓ ✔ 是 正常 已报名 已報名 报名成功 报名 已确认 已确认报名 已通过 通过 已接受',
        '未开始 进行中 学习中 已参加 参加 已出席 已签到 已完成 完成',
      ],
    ],
  ]),
);

/** A person's own mark, or what other systems call the state of an enrolment. Who did not come has not withdrawn: that is asked. */
export const readWithdrawn = choice<boolean>(
  'withdrawn-unknown',
  new Map([
    [
      true,
      [
        'yes y true 1 x √ ✓ ✔ withdrawn withdrew dropped droppedout unenrolled deregistered cancelled canceled',
        '是 退出 已退出 退训 已退训 退课 取消 已取消 取消报名 已取消报名',
      ],
    ],
    [
      false,
      [
        'no n false 0 - / × ✗ ✘ enrolled registered confirmed approved active notstarted inprogress attended completed',
        '否 未退出 无 無 没有 正常 已报名 已報名 报名成功 已确认 已确认报名 未开始 进行中 学习中 已参加 已完成',
      ],
    ],
  ]),
);
