#!/bin/sh
# 服务器上每天重新生成，期限、逾期、公示倒计时随日期变化。在 crontab -e 里写：
#   10 0 * * * sh /srv/board/deploy/rebuild.sh >> /var/log/gongkai.log 2>&1
# 有错误时原来的网站不变。
set -e
cd "$(dirname "$0")/.."
export TZ=Asia/Shanghai
git pull --quiet --ff-only
gongkai build --out "${1:-/srv/www/gongkai}"
