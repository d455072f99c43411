import fc from 'fast-check';

/**
 * The suite draws the same cases every time: what it says is then of the change at hand. The soaks draw others, and what
 * they find becomes a test of its own.
 */
if (!process.env['SOAK']) fc.configureGlobal({ seed: 1_911 });
