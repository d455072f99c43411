import { readConfig } from '#platform/config';
import { createApp } from './app.js';

const config = readConfig();
const app = await createApp(config);
await app.listen(config.PORT, config.HOST);
