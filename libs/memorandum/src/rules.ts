const RULE = /^[-=—–─━―_*~～＝－﹣＿＊]{2,}$/;

/** A line drawn under a heading: ———, ====, ****. */
export function isRule(text: string): boolean {
  return RULE.test(text);
}
