/** What a person knows of a text that the text itself may not say. */
export interface KnownOfText {
  /** ISO date of its publication, by which "yesterday" is reckoned. */
  publishedOn?: string | undefined;
}
