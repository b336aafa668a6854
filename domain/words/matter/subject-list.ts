/** What people write to a city about. */
export interface Subject {
  /** Words that mean it. Two words with a plus between them mean it where both stand in the text. */
  readonly words: readonly string[];
  /** Somebody, somewhere or something that many matters can be told of: it says what a text is about only where nothing else does. */
  readonly faint: boolean;
}

const one = (words: string, faint = false): Subject => ({ words: words.split(" "), faint });

/**
 * Help for finding, never a decision: a text may have several subjects or none. Places such as 学校 or 小区 are no subject,
 * since anything may happen there.
 */
export const subjects: readonly Subject[] = [
  // Streets and what stands in them.
  one("路灯 灯不亮 照明 没有灯 没灯 黑灯瞎火"),
  one("井盖 窨井"),
  one("路面 坑洼 坑坑洼洼 大坑 深坑 塌陷 盲道 地砖 人行道+破 人行道+坏 护栏 修路 路不平 减速带"),
  one("红绿灯 信号灯 斑马线 人行横道 天桥 过街"),
  one("树枝 绿化 修剪 大树 树木 行道树 树太高 树+挡 树+倒 杨絮"),
  one("公厕 厕所"),
  one("健身器材 秋千 滑梯 游乐设施"),
  one("公园 步道 绿道", true),
  // Ways through the city.
  one("出租车 打车 的士 网约车 打表 拒载 绕路 计价器"),
  one("公交 班车 地铁"),
  one("班次 发车 挤不上 公交+等"),
  one("公交站 站牌 站台 候车亭 增设站"),
  one("停车 车位 乱停 禁停 停满车 违停 僵尸车 挪车 停放"),
  one("消防通道 消防车 灭火器 消防栓 消火栓 楼道+杂物 楼道+堆 堵+通道"),
  one("共享单车 电动车充电 飞线 充电桩 电瓶车+充电 电动车+上楼"),
  one("放学 上下学 护学 接送孩子"),
  // Noise, air, water.
  one("噪声 噪音 太吵 吵得 很吵 吵死 扰民"),
  one("广场舞 KTV 音响 音乐放 低音炮 唱歌"),
  one("打桩 电钻 装修+响 夜+施工 凌晨+施工 混凝土"),
  one("油烟 排烟 烧烤"),
  one("异味 臭味 臭气 恶臭 刺鼻 废气"),
  one("扬尘 渣土 灰尘 满天灰 全是灰 粉尘 裸土"),
  one("工地 施工", true),
  one("停水 供水 自来水 水压 没水 不来水 加压泵 水费 水表"),
  one("自来水 水发黄 水浑 浑浊 水质 黄水"),
  one("漏水 渗水 水管+漏 水管+爆 爆管"),
  one("排水 积水 下水道 下水管 污水 内涝 返水 倒灌 堵+下水 化粪池"),
  one("河道 河水 黑臭 河沟 黑水 偷排 湖水 排污"),
  one("停电 供电 电线 跳闸 电压 电费 变压器 断电"),
  one("燃气 煤气 天然气"),
  one("暖气 供暖 供热 取暖"),
  one("蚊子 蚊虫 老鼠 蟑螂 白蚁 消杀 马蜂"),
  one("垃圾 脏乱 保洁"),
  one("偷倒 倾倒 乱倒 建筑垃圾 装修垃圾"),
  one("清运 没人收 没有人收 没人清", true),
  one("宠物 养狗 流浪狗 遛狗 野狗 恶犬 狗+咬 狗叫 狗绳 流浪猫"),
  one("小广告 乱张贴 传单"),
  one("宽带 网速 手机信号 没信号 没有信号 基站"),
  // Order in the city, building, homes.
  one("违建 违章建筑 违法建设 私搭 搭建 搭棚 棚子 私盖 偷盖 私自+盖 楼顶+盖 天台+房"),
  one("占道 摆摊 摊贩 流动摊 店外 桌椅+人行道"),
  one("电梯 升降机"),
  one("物业", true),
  one("公共收益 账目 收支 维修资金 维修基金 物业费 业委会"),
  one("高空抛物 楼上+扔"),
  one("危房 外墙 墙皮 墙体 房屋+开裂 墙+裂 房顶+塌 房子+塌 屋顶+塌"),
  one("宅基地 建房 翻建"),
  one("老旧小区改造 旧改 加装电梯"),
  one("征地 拆迁 补偿款 安置 回迁"),
  one("房产证 不动产 产权证 过户"),
  one("公积金"),
  one("公租房 廉租房 保障房"),
  one("租房 押金 中介 房东"),
  one("烂尾 交房 延期交付 逾期交房"),
  // Schools.
  one("入学 招生 学区 学位 转学 片区 上小学 上初中 公办小学 公办学校 公办初中 划片 读书+名额 升学"),
  one("补课 培训机构 培训班 辅导班 补习班 兴趣班"),
  one("退费 退学费 学费+退 不退钱", true),
  one("幼儿园 托育 托儿"),
  one("食堂 饭菜 营养餐 校餐"),
  one("校服 作业+太多 体罚 老师+打"),
  // Work, insurance, help.
  one("工资 工钱 欠薪 讨薪 薪水 血汗钱 农民工"),
  one("社保 社会保险 五险"),
  one("不缴 没缴 没有缴 不交 不给交 没交 漏缴 断缴 补缴", true),
  one("转移 转过来 转入", true),
  one("养老金 养老保险 退休"),
  one("医保 报销 医疗保险 合作医疗"),
  one("挂号 看病 门诊 急诊 住院 医生 接种 疫苗"),
  one("医院", true),
  one("加班 劳动合同 辞退 开除 工伤 裁员 试用期"),
  one("找工作 就业 招聘 失业"),
  one("低保 救助 特困 困难补助"),
  one("补贴"),
  one("残疾 无障碍 轮椅"),
  one("养老院 敬老院 助餐 老年食堂"),
  one("户口迁 迁户 落户 上户口 迁户口"),
  one("身份证"),
  one("居住证"),
  one("结婚 离婚 婚姻登记"),
  one("驾驶证 驾照 行驶证 年检 车牌 上牌 罚单"),
  one("营业执照 个体户 注册公司 办证"),
  // Buying.
  one("食品 过期 保质期 变质 发霉 异物 吃出 后厨 拉肚子 外卖"),
  one("退款 退货 退换 换货 假货 商家+退 商家+换 网购 网上买 三包 以次充好 缺斤短两"),
  one("预付 充值 充了卡 办了卡 办卡 会员卡 美容卡 健身卡 健身房 余额 消费卡 储值"),
  one("乱收费 多收 价格 收费牌 收费标准 收费+贵 涨价 明码标价", true),
  one("诈骗 骗子 被骗 传销"),
];
