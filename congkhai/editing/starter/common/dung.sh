#!/bin/sh
# Kiểm tra rồi dựng cổng vào thư mục public cho ngày hôm nay ở Việt Nam, máy đặt ở đâu cũng vậy (ICT-7: giờ Việt Nam).
# Cloudflare Pages, Netlify và máy chủ riêng đều gọi tệp này. BASE_URL là địa chỉ của cổng, nếu biết.
set -eu
cd "$(dirname "$0")"
TODAY="$(TZ=ICT-7 date +%F)"
congkhai check --errors --today "$TODAY"
congkhai build --output "${OUTPUT:-public}" --today "$TODAY" ${BASE_URL:+--base-url "$BASE_URL"}
