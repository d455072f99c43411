import type { Language } from '../language.js';
import type { Words } from './errors.js';

const hant = {
  bad_request: {
    title: '無法理解這項要求',
    detail: '要求的格式不正確，未作任何更改。請重新載入頁面後再試。',
  },
  invalid: { title: '部分內容不符合要求', detail: '請檢查標示的欄位。內容未有儲存。' },
  not_signed_in: { title: '請先登入', detail: '你尚未登入，或登入已逾時。登入後可返回本頁。' },
  sign_in_failed: { title: '未能登入', detail: '電郵地址或密碼不正確。' },
  csrf: { title: '未能確認這項操作由你提出', detail: '請重新載入頁面後再試。' },
  forbidden: { title: '你沒有進行這項操作的權限', detail: '如有需要，請聯絡貴方的統籌人員。' },
  not_found: { title: '找不到所需內容', detail: '內容可能不存在，或不對你開放。' },
  update_open: { title: '貴單位已有一份未完成的匯報', detail: '請先完成或撤回該份匯報，再寫新的一份。' },
  due_date_change_open: {
    title: '已有一項日期建議待答覆',
    detail: '對方答覆或建議方撤回後，才可另提日期。',
  },
  leave_overlaps: {
    title: '這段日子已登記休假',
    detail: '{{from}} 至 {{to}} 已有休假紀錄，請先收回或改選日期。',
  },
  confirmation_open: {
    title: '已有一項提議待答覆',
    detail: '對方答覆或提議方撤回後，才可另提。',
  },
  wrong_state: {
    title: '目前的狀態不容許這項操作',
    detail: '內容可能剛被其他人處理。請重新載入，查看最新狀態。',
  },
  already_adopted: { title: '這份文本已經採納', detail: '採納後的文本不可更改。' },
  meeting_exists: {
    title: '第{{ordinal}}次會議已有紀錄',
    detail: '同一合作機制的同一次會議只可採納一次。',
  },
  import_incomplete: { title: '尚未可以採納', detail: '請先補齊所缺的資料。' },
  report_not_ready: { title: '報告尚未備妥', detail: '報告正在製作，請稍候再下載。' },
  version_conflict: { title: '內容已被其他人更改', detail: '你的輸入仍然保留。請比對最新版本後再儲存。' },
  not_a_memorandum: {
    title: '看不出這是合作備忘錄',
    detail: '文本中找不到應有的部分。請確認檔案正確，並包含列出措施的附件。',
  },
  wrong_organisation: { title: '單位不正確', detail: '牽頭及協辦部門須屬貴方，且不可重複。' },
  wrong_substitute: {
    title: '不能由這位人員代行',
    detail: '代行人員須是己方的統籌、聯絡員或主管，帳戶有效，且不是休假者本人。',
  },
  wrong_person: { title: '聯絡員不正確', detail: '聯絡員須任職於牽頭或協辦部門。' },
  wrong_mention: { title: '不能提及這位人員', detail: '只可提及看得見這則備註的己方人員，每人一次。' },
  wrong_measure: { title: '合作措施不正確', detail: '所選的措施不屬於這裏可選的會議。請重新載入後再選。' },
  words_differ: {
    title: '草稿與來源文本不符',
    detail: '「{{words}}」與來源文本不一致，未有儲存。措施的文字只可取自來源文本。',
  },
  date_in_past: { title: '日期已過', detail: '請選擇今天或以後的日期。' },
  key_reused: {
    title: '這個鍵值已用於另一項要求',
    detail: '每項要求須用新的 Idempotency-Key。這次未作任何更改。',
  },
  version_required: { title: '缺少版本', detail: '這項更改須說明所根據的版本（If-Match）。' },
  locked_out: { title: '帳戶暫時鎖定', detail: '多次登入失敗，請於 {{minutes}} 分鐘後再試。' },
  too_many_requests: { title: '要求過於頻繁', detail: '請稍候再試。' },
  internal: { title: '系統出錯', detail: '未作任何更改。問題已記錄；如持續發生，請把編號告知系統管理員。' },
  unavailable: { title: '系統暫時未能提供服務', detail: '未作任何更改，請稍候再試。' },
} satisfies Record<string, Words>;

/** What can be wrong with a request, whatever it is about. */
export const requestErrors: Record<Language, Record<keyof typeof hant, Words>> = {
  'zh-Hant-HK': hant,
  'zh-Hans-CN': {
    bad_request: { title: '无法识别该请求', detail: '请求格式不正确，未作任何更改。请刷新页面后重试。' },
    invalid: { title: '部分内容不符合要求', detail: '请检查标出的栏目。内容尚未保存。' },
    not_signed_in: { title: '请先登录', detail: '您尚未登录，或登录已过期。登录后可返回本页。' },
    sign_in_failed: { title: '登录失败', detail: '邮箱或密码不正确。' },
    csrf: { title: '无法确认该操作由您发起', detail: '请刷新页面后重试。' },
    forbidden: { title: '您没有该操作的权限', detail: '如有需要，请联系本方统筹人员。' },
    not_found: { title: '找不到相关内容', detail: '内容可能不存在，或不对您开放。' },
    update_open: { title: '本单位已有一份未完成的反馈', detail: '请先完成或撤回该份反馈，再填写新的一份。' },
    due_date_change_open: {
      title: '已有一项日期建议待答复',
      detail: '对方答复或建议方撤回后，方可另提日期。',
    },
    leave_overlaps: {
      title: '该时段已登记休假',
      detail: '{{from}} 至 {{to}} 已有休假记录，请先撤回或另选日期。',
    },
    confirmation_open: {
      title: '已有一项提议待答复',
      detail: '对方答复或提议方撤回后，方可另提。',
    },
    wrong_state: { title: '当前状态不允许该操作', detail: '内容可能刚被他人处理。请刷新后查看最新状态。' },
    already_adopted: { title: '该文本已经采纳', detail: '采纳后的文本不可更改。' },
    meeting_exists: {
      title: '第{{ordinal}}次会议已有记录',
      detail: '同一合作机制的同一次会议只能采纳一次。',
    },
    import_incomplete: { title: '尚不能采纳', detail: '请先补齐所缺资料。' },
    report_not_ready: { title: '报告尚未生成', detail: '报告正在生成，请稍后下载。' },
    version_conflict: { title: '内容已被他人修改', detail: '您的输入仍然保留。请对照最新版本后再保存。' },
    not_a_memorandum: {
      title: '未能识别为合作备忘录',
      detail: '文本中缺少应有的部分。请确认文件无误，并包含列出合作事项的附件。',
    },
    wrong_organisation: { title: '单位不正确', detail: '牵头单位和配合单位须属本方，且不得重复。' },
    wrong_substitute: {
      title: '不能由该人员代办',
      detail: '代办人员须为本方的统筹人员、联络员或主管，账号有效，且不是休假者本人。',
    },
    wrong_person: { title: '联络员不正确', detail: '联络员须在牵头单位或配合单位任职。' },
    wrong_mention: { title: '不能提及该人员', detail: '只能提及可以看到这则备注的本方人员，每人一次。' },
    wrong_measure: {
      title: '合作事项不正确',
      detail: '所选事项不属于此处可选的会议。请刷新页面后重新选择。',
    },
    words_differ: {
      title: '草稿与来源文本不一致',
      detail: '“{{words}}”与来源文本不一致，未能保存。事项的文字只能取自来源文本。',
    },
    date_in_past: { title: '日期已过', detail: '请选择今天或以后的日期。' },
    key_reused: {
      title: '该键值已用于另一项请求',
      detail: '每项请求须使用新的 Idempotency-Key。本次未作任何更改。',
    },
    version_required: { title: '缺少版本', detail: '该修改须说明所依据的版本（If-Match）。' },
    locked_out: { title: '账号暂时锁定', detail: '多次登录失败，请于 {{minutes}} 分钟后重试。' },
    too_many_requests: { title: '请求过于频繁', detail: '请稍后重试。' },
    internal: { title: '系统出错', detail: '未作任何更改。问题已记录；如持续出现，请将编号告知系统管理员。' },
    unavailable: { title: '系统暂时无法提供服务', detail: '未作任何更改，请稍后重试。' },
  },
  en: {
    bad_request: {
      title: 'This request could not be understood',
      detail: 'Its form is not right, and nothing was changed. Reload the page and try again.',
    },
    invalid: {
      title: 'Something is not filled in as it should be',
      detail: 'Check the fields that are marked. Nothing was saved.',
    },
    not_signed_in: {
      title: 'Sign in first',
      detail: 'You are not signed in, or your session has ended. You will come back here.',
    },
    sign_in_failed: {
      title: 'You could not be signed in',
      detail: 'The email address or the password is not right.',
    },
    csrf: {
      title: 'It could not be made sure that you asked for this',
      detail: 'Reload the page and try again.',
    },
    forbidden: { title: 'You may not do this', detail: "If you need to, ask your side's coordinator." },
    not_found: { title: 'There is nothing here', detail: 'It may not exist, or it is not open to you.' },
    update_open: {
      title: 'Your office has an unfinished update',
      detail: 'Finish or withdraw it before you write another.',
    },
    due_date_change_open: {
      title: 'A date has been proposed already',
      detail: 'Another can be proposed once it is answered or withdrawn.',
    },
    leave_overlaps: {
      title: 'Already on leave then',
      detail: 'A leave from {{from}} to {{to}} is set. Take it back first, or choose other days.',
    },
    confirmation_open: {
      title: 'This has been proposed already',
      detail: 'It can be proposed again once it is answered or withdrawn.',
    },
    wrong_state: {
      title: 'This cannot be done in its present state',
      detail: 'Somebody may have dealt with it just now. Reload to see how it stands.',
    },
    already_adopted: { title: 'This text has been adopted', detail: 'An adopted text cannot be changed.' },
    meeting_exists: {
      title: 'Meeting {{ordinal}} is on record already',
      detail: 'A meeting of a mechanism can be adopted once.',
    },
    import_incomplete: { title: 'This cannot be adopted yet', detail: 'Fill in what is missing first.' },
    report_not_ready: {
      title: 'The report is not ready',
      detail: 'It is being built. Try again in a moment.',
    },
    version_conflict: {
      title: 'Somebody else has changed this',
      detail: 'What you typed is kept. Compare it with the newest version before you save.',
    },
    not_a_memorandum: {
      title: 'This does not look like a memorandum',
      detail:
        'Parts that one has were not found. Make sure that it is the right file, with the annex that lists the measures.',
    },
    wrong_organisation: {
      title: 'An organisation is not right',
      detail: 'Lead and supporting units are of your own side, each named once.',
    },
    wrong_measure: {
      title: 'A measure is not right',
      detail: 'It does not belong to a meeting that can be chosen from here. Reload and choose again.',
    },
    wrong_substitute: {
      title: 'This person cannot stand in',
      detail:
        'A substitute is another coordinator, officer or manager of the same side, with an account that is open.',
    },
    wrong_person: {
      title: 'An officer is not right',
      detail: 'Officers work in the lead or a supporting unit.',
    },
    wrong_mention: {
      title: 'This person cannot be mentioned',
      detail: 'Mention people of your own side who can read the note, each once.',
    },
    words_differ: {
      title: 'The draft differs from its source',
      detail:
        '“{{words}}” is not as in the source, so this was not saved. The words of a measure come from the source alone.',
    },
    date_in_past: { title: 'This date has passed', detail: 'Choose today or a later date.' },
    key_reused: {
      title: 'This key stands for another request',
      detail: 'Each request needs an Idempotency-Key of its own. Nothing was changed this time.',
    },
    version_required: {
      title: 'The version is missing',
      detail: 'Say in If-Match which version this change is based on.',
    },
    locked_out: {
      title: 'The account is locked for now',
      detail: 'Too many sign-ins failed. Try again in {{minutes}} minutes.',
    },
    too_many_requests: { title: 'Too many requests', detail: 'Wait a moment and try again.' },
    internal: {
      title: 'Something went wrong on our side',
      detail: 'Nothing was changed. It has been noted; if it goes on, give the number to your administrator.',
    },
    unavailable: {
      title: 'The service is not available for the moment',
      detail: 'Nothing was changed. Try again shortly.',
    },
  },
};
