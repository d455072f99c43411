const RULE = /^[-=—–─━―_*~～＝－﹣＿＊]{2,}$/;

/** A line drawn under a heading: ———, ====, ****. */
export function isRule(text: string): boolean {
  return text.length > 1 && text[0] === text.at(-1) && RULE.test(text);
}
