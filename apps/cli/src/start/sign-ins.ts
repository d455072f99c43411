/** One account of the sample, as `luoshi sample --json` prints them. */
export interface SignIn {
  /** The party, in the reader's words: "Hong Kong 香港". */
  side: string;
  role: string;
  email: string;
  password: string;
}

/** The accounts as lines for the terminal, a block a side. */
export function describeSignIns(signIns: SignIn[]): string {
  const width = (key: keyof SignIn) => Math.max(0, ...signIns.map((signIn) => signIn[key].length));
  const [role, email] = [width('role'), width('email')];
  return [...Map.groupBy(signIns, ({ side }) => side)]
    .map(([side, accounts]) => {
      const lines = accounts.map(
        (account) => `    ${account.role.padEnd(role)}  ${account.email.padEnd(email)}  ${account.password}`,
      );
      return [`  ${side}`, ...lines].join('\n');
    })
    .join('\n\n');
}
