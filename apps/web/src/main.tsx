import 'virtual:tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/controls.css';
import './styles/signs.css';
import './styles/tables.css';
import './theme/scheme';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app';

const root = document.getElementById('root');
if (!root) throw new Error('index.html lost its root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
