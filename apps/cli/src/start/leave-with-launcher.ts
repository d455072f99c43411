/**
 * Loaded into api and worker before their own code when a launcher runs them. A launcher that is killed with -9
 * cannot stop its programs; they notice that the channel to it has closed and stop themselves, as on SIGTERM.
 */
const PATIENCE = 15_000;

process.channel?.unref(); // listening for the end shall not keep a program from ending
process.once('disconnect', () => {
  setTimeout(() => process.exit(1), PATIENCE).unref();
  process.kill(process.pid, 'SIGTERM');
});
