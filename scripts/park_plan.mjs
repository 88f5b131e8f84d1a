#!/usr/bin/env node
/** `npx park-plan`: the command line, straight from its sources. */
import { register } from 'tsx/esm/api';
import { requireNode } from './setup/node_version.mjs';

requireNode();
register();
await import('../src/cli/main.ts');
