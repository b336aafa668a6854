/** What `huiyin keys` says, in two languages. `{names}` are filled in. */
const zh = {
  commands: {
    keys: "加密用的密钥：更换、查看、停用",
    rotate: "增加一把新密钥，并把已加密的数据改用新密钥加密（可中断，再次运行即继续）",
    status: "各把密钥各加密了多少数据",
    retire: "停用一把已没有数据使用的旧密钥",
  },
  options: {
    only: "不增加密钥，只把尚未改用新密钥的数据改过来",
    later: "只增加密钥；数据由正在运行的服务在后台改过来，服务不必停",
  },
  said: {
    added: "新密钥 {id} 已启用，存在 {file}。请立即把这个文件夹另外备份：丢了密钥，数据无法解密。",
    later: "旧数据由服务在后台改用新密钥，用 keys status 查看进度。",
    progress: "{table}：累计 {rows} 项",
    resealed: "{rows} 项数据已改用密钥 {id} 加密。",
    failed: "{table} {key} 没有改：{why}",
    use: "{key}　{suite}　{table} {column}　{purpose}　{rows} 项",
    nothing: "还没有加密的数据。",
    current: "当前用于加密的密钥：{id}",
    retired: "密钥 {id} 已停用并从密钥文件中删除。此前做的备份仍要用它才能打开。",
    plain: "（未加密）",
    before: "（旧格式，主密钥）",
  },
  errors: {
    fromOutside:
      "密钥由环境变量给出，这里不能增加或停用。请在 HUIYIN_LATER_KEYS 末尾加上新密钥（openssl rand -hex 32），重启服务，再运行 huiyin keys rotate --only。",
    baseKey: "主密钥不能停用：查找摘要和日志签名都用它。",
    unknown: "没有这把密钥：{id}。用 keys status 查看。",
    unreadable: "密钥文件或 HUIYIN_LATER_KEYS 里有读不懂的密钥：每把应为 64 位十六进制。",
    inUse: "密钥 {id} 还有 {n} 项数据在用，没有停用。请先运行 huiyin keys rotate --only。",
    newest: "密钥 {id} 正用于加密，没有停用。请先运行 huiyin keys rotate。",
    notAll: "{n} 项数据没有改用新密钥，旧密钥请勿停用。",
  },
} as const;

type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
export type KeyWords = Words<typeof zh>;

const en: KeyWords = {
  commands: {
    keys: "keys that values are sealed with: change, look, retire",
    rotate: "add a new key and seal everything with it again (may be interrupted: run it again to go on)",
    status: "how much is sealed with which key",
    retire: "take an old key away that nothing is sealed with any more",
  },
  options: {
    only: "add no key, only seal again what is not sealed with the newest",
    later: "only add the key; the running server seals again in the background and need not be stopped",
  },
  said: {
    added:
      "The new key {id} is in use; it stands in {file}. Copy that folder to a safe place now: without its key nothing opens.",
    later: "The server seals older values again in the background; keys status shows how far it is.",
    progress: "{table}: {rows} in all",
    resealed: "{rows} values are now sealed with the key {id}.",
    failed: "{table} {key} stays as it is: {why}",
    use: "{key}  {suite}  {table}.{column} ({purpose})  {rows}",
    nothing: "Nothing is sealed yet.",
    current: "Key that seals now: {id}",
    retired: "The key {id} is retired and gone from the file of keys. Backups made before need it still.",
    plain: "(plain)",
    before: "(old form, base key)",
  },
  errors: {
    fromOutside:
      "The keys come from the environment; none can be added or retired here. Add a new one at the end of HUIYIN_LATER_KEYS (openssl rand -hex 32), restart the server, and run huiyin keys rotate --only.",
    baseKey: "The base key cannot be retired: look-ups and the signature of the log rest on it.",
    unknown: "There is no key {id}. See keys status.",
    unreadable: "The file of keys or HUIYIN_LATER_KEYS holds something that is no key: each has 64 hex digits.",
    inUse: "{n} values need the key {id}; it was not retired. Run huiyin keys rotate --only first.",
    newest: "The key {id} seals now; it was not retired. Run huiyin keys rotate first.",
    notAll: "{n} values are not sealed with the new key; do not retire the old ones.",
  },
};

export function keyWords(language: string): KeyWords {
  return language === "en" ? en : zh;
}
