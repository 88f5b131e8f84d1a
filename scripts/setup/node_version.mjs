import { giveUp } from './run.mjs';

const MINIMUM = [20, 19];

/**
 * Tells whether a Node version is new enough. Node 21 and 22.0–22.11 are not: the build tool needs what 20.19 and 22.12 brought.
 * @param {string} version For example `20.19.0`.
 */
export function isSupportedNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major === MINIMUM[0]) return minor >= MINIMUM[1];
  if (major === 22) return minor >= 12;
  return major > 22;
}

/** Ends with a sentence when this Node is too old. */
export function requireNode() {
  const { node } = process.versions;
  if (isSupportedNode(node)) return;
  giveUp(
    `需要 Node.js 20.19 以上（或 22.12 以上）版本，当前为 ${node}。请从 https://nodejs.org 安装新版后重试。`,
    `Node.js 20.19 or newer (or 22.12 or newer) is needed; this is ${node}. Install a newer one from https://nodejs.org and try again.`,
  );
}
