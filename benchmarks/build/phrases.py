"""Phrases of the synthetic corpus: made up for measuring, as long and as spelt as those of real records."""

from __future__ import annotations

SECTORS = (
    "Đất đai", "Hộ tịch", "Xây dựng", "Giao thông vận tải", "Giáo dục và đào tạo", "Y tế", "Lao động và việc làm",
    "Bảo hiểm xã hội", "Doanh nghiệp và đầu tư", "Thuế và hải quan", "Tài nguyên và môi trường", "Nông nghiệp",
    "Văn hóa và du lịch", "Khoa học và công nghệ", "Tư pháp và chứng thực", "Công thương",
    "Thông tin và truyền thông", "Người có công", "Phòng cháy chữa cháy", "Cư trú và căn cước",
)  # fmt: skip
TERRITORIES = (
    "Hà Giang", "Lào Cai", "Yên Bái", "Thái Nguyên", "Quảng Ninh", "Hải Phòng", "Nam Định", "Thanh Hóa", "Nghệ An",
    "Quảng Trị", "Đà Nẵng", "Bình Định", "Khánh Hòa", "Lâm Đồng", "Đồng Nai", "Cần Thơ", "An Giang", "Cà Mau",
    "Bến Tre", "Kiên Giang",
)  # fmt: skip
AGENCIES = (
    "Ủy ban nhân dân thành phố {}",
    "Sở Nông nghiệp và Môi trường tỉnh {}",
    "Sở Tư pháp tỉnh {}",
)
VERBS = (
    "Cấp", "Cấp lại", "Cấp đổi", "Gia hạn", "Điều chỉnh", "Thu hồi", "Đăng ký", "Đăng ký biến động", "Xác nhận",
    "Thẩm định", "Phê duyệt", "Công nhận", "Chấp thuận", "Hủy bỏ",
)  # fmt: skip
OBJECTS = (
    "giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất",
    "giấy phép xây dựng công trình không theo tuyến trong đô thị",
    "giấy phép hoạt động cơ sở khám bệnh, chữa bệnh",
    "giấy chứng nhận đủ điều kiện an toàn thực phẩm",
    "giấy phép kinh doanh vận tải hành khách bằng xe ô tô",
    "giấy phép lái xe hạng B do ngành giao thông vận tải cấp",
    "chứng chỉ hành nghề dược đối với người nước ngoài",
    "giấy chứng nhận đăng ký hộ kinh doanh",
    "giấy phép khai thác, sử dụng nước dưới đất",
    "quyết định chủ trương đầu tư dự án có sử dụng rừng",
    "báo cáo đánh giá tác động môi trường của dự án đầu tư",
    "giấy phép lao động cho người lao động nước ngoài làm việc tại Việt Nam",
    "trợ cấp một lần đối với thân nhân liệt sĩ",
    "khai sinh có yếu tố nước ngoài kết hợp nhận cha, mẹ, con",
    "phương án phòng cháy, chữa cháy của cơ sở",
    "giấy phép tổ chức biểu diễn nghệ thuật",
    "giấy xác nhận tình trạng hôn nhân của công dân cư trú ở nước ngoài",
    "nhiệm vụ khoa học và công nghệ cấp tỉnh",
    "thành lập trường trung học phổ thông tư thục",
    "thẻ hướng dẫn viên du lịch quốc tế",
)
CIRCUMSTANCES = (
    "đối với tổ chức",
    "đối với hộ gia đình, cá nhân",
    "đối với doanh nghiệp có vốn đầu tư nước ngoài",
    "đối với người Việt Nam định cư ở nước ngoài",
    "tại khu vực biên giới",
    "trong khu công nghiệp",
    "thuộc thẩm quyền của Ủy ban nhân dân cấp tỉnh",
    "thuộc thẩm quyền của cơ quan chuyên môn cấp huyện",
    "trên địa bàn nhiều xã, phường",
    "do bị mất, bị hỏng",
    "do thay đổi thông tin",
    "theo cơ chế một cửa liên thông",
)
PAPERS = (
    "Đơn đề nghị theo mẫu ban hành kèm theo Nghị định",
    "Bản sao căn cước công dân hoặc hộ chiếu còn thời hạn",
    "Bản chính giấy chứng nhận đã được cấp",
    "Bản vẽ thiết kế kỹ thuật đã được phê duyệt",
    "Văn bản ủy quyền có công chứng hoặc chứng thực",
    "Tờ khai lệ phí trước bạ theo mẫu của cơ quan thuế",
    "Sơ yếu lý lịch có xác nhận của Ủy ban nhân dân cấp xã",
    "Giấy khám sức khỏe do cơ sở y tế có thẩm quyền cấp",
    "Bản kê khai trang thiết bị, nhân sự và cơ sở vật chất",
    "Báo cáo kết quả hoạt động trong thời hạn hai năm gần nhất",
    "Hợp đồng thuê địa điểm hoặc giấy tờ chứng minh quyền sử dụng",
    "Trích lục bản đồ địa chính thửa đất",
    "Biên bản nghiệm thu hoàn thành công trình",
    "Phiếu lý lịch tư pháp số 1",
    "Ảnh màu cỡ 4x6 chụp trên nền trắng trong thời gian không quá sáu tháng",
)
PAPER_NOTES = (
    "Bản sao có chứng thực hoặc bản sao kèm bản chính để đối chiếu",
    "Nộp bản điện tử có ký số nếu thực hiện trực tuyến",
    "Không yêu cầu khi dữ liệu đã có trong Cơ sở dữ liệu quốc gia về dân cư",
    "Phải được dịch sang tiếng Việt và hợp pháp hóa lãnh sự",
    "Chỉ áp dụng trong trường hợp thay đổi người đại diện theo pháp luật",
    "",
)
STEPS = (
    "Tổ chức, cá nhân chuẩn bị đầy đủ hồ sơ theo quy định và nộp tại Bộ phận tiếp nhận và trả kết quả hoặc qua "
    "Cổng dịch vụ công quốc gia.",
    "Công chức tiếp nhận kiểm tra tính đầy đủ, hợp lệ của hồ sơ; trường hợp hồ sơ chưa đầy đủ thì hướng dẫn bằng "
    "*phiếu yêu cầu bổ sung* trong thời hạn không quá **02 ngày làm việc**.",
    "Cơ quan chuyên môn thẩm tra hồ sơ, tổ chức kiểm tra thực địa (nếu cần) và lấy ý kiến bằng văn bản của các cơ "
    "quan có liên quan.",
    "Cơ quan được lấy ý kiến có trách nhiệm trả lời trong thời hạn **05 ngày làm việc** kể từ ngày nhận được văn "
    "bản; quá thời hạn mà không trả lời thì coi như đồng ý.",
    "Trên cơ sở kết quả thẩm định, lãnh đạo cơ quan xem xét, ký ban hành quyết định; trường hợp không đồng ý phải "
    "trả lời bằng văn bản và nêu rõ lý do.",
    "Người nộp hồ sơ thực hiện nghĩa vụ tài chính theo thông báo của cơ quan thuế qua [Cổng thanh toán trực "
    "tuyến](https://thanhtoan.example.vn/) hoặc tại kho bạc nhà nước.",
    "Bộ phận tiếp nhận và trả kết quả trao kết quả cho tổ chức, cá nhân theo giấy hẹn, đồng thời cập nhật vào hệ "
    "thống thông tin giải quyết thủ tục hành chính.",
)
STEP_NOTES = (
    "Thời gian tiếp nhận: từ thứ Hai đến thứ Sáu hằng tuần, trừ ngày lễ, Tết",
    "Hồ sơ nộp trực tuyến phải được ký số theo quy định của Luật Giao dịch điện tử",
    "Trường hợp ủy quyền phải xuất trình `mã số ủy quyền` hợp lệ",
    "Kết quả được gửi qua dịch vụ bưu chính công ích nếu có yêu cầu",
    "Không thu phí đối với hộ nghèo, hộ cận nghèo & người khuyết tật",
)
# Number, type, title and issuer (an agency of the central registry below).
DOCUMENTS = (
    ("31/2024/QH15", "luat", "Luật Đất đai", "quoc-hoi"),
    ("60/2014/QH13", "luat", "Luật Hộ tịch", "quoc-hoi"),
    ("50/2014/QH13", "luat", "Luật Xây dựng", "quoc-hoi"),
    ("15/2023/QH15", "luat", "Luật Khám bệnh, chữa bệnh", "quoc-hoi"),
    ("61/2018/NĐ-CP", "nghi-dinh", "Nghị định về thực hiện cơ chế một cửa, một cửa liên thông", "chinh-phu"),
    ("45/2020/NĐ-CP", "nghi-dinh", "Nghị định về thực hiện thủ tục hành chính trên môi trường điện tử", "chinh-phu"),
    ("107/2021/NĐ-CP", "nghi-dinh", "Nghị định sửa đổi, bổ sung Nghị định số 61/2018/NĐ-CP", "chinh-phu"),
    ("96/2023/NĐ-CP", "nghi-dinh", "Nghị định quy định chi tiết Luật Khám bệnh, chữa bệnh", "chinh-phu"),
    ("01/2018/TT-VPCP", "thong-tu", "Thông tư hướng dẫn Nghị định số 61/2018/NĐ-CP", "van-phong-chinh-phu"),
    ("85/2019/TT-BTC", "thong-tu", "Thông tư hướng dẫn về phí và lệ phí của hội đồng nhân dân", "bo-tai-chinh"),
)
ISSUERS = (
    ("quoc-hoi", "Quốc hội"),
    ("chinh-phu", "Chính phủ"),
    ("van-phong-chinh-phu", "Văn phòng Chính phủ"),
    ("bo-tai-chinh", "Bộ Tài chính"),
)
CONDITIONS = (
    "Người đề nghị có đủ năng lực hành vi dân sự theo quy định của pháp luật",
    "Cơ sở vật chất đáp ứng quy chuẩn kỹ thuật quốc gia hiện hành",
    "Không thuộc trường hợp đang bị đình chỉ hoạt động hoặc bị thu hồi giấy phép",
    "Đất không có tranh chấp, quyền sử dụng đất không bị kê biên để bảo đảm thi hành án",
    "Đã hoàn thành nghĩa vụ tài chính với Nhà nước",
)
RESULTS = ("Quyết định", "Giấy phép", "Giấy chứng nhận", "Văn bản chấp thuận")
DELIVERABLES = ("Quyết định", "Báo cáo", "Kế hoạch", "Văn bản hướng dẫn")
TIMES = ("Trước ngày {day:02d}/{month:02d}/{year}", "Quý {quarter}/{year}", "Tháng {month}/{year}", "Thường xuyên")
QUARTERS = ("I", "II", "III", "IV")
# Beginnings and ends of syllables, for words that mean nothing.
ONSETS = (
    "b", "c", "ch", "d", "đ", "g", "gh", "gi", "h", "k", "kh", "l", "m", "n", "ng", "nh", "ph", "qu", "r", "s",
    "t", "th", "tr", "v", "x",
)  # fmt: skip
RIMES = (
    "a", "á", "à", "ạ", "ai", "ại", "am", "ảm", "an", "ạn", "ang", "áng", "anh", "ạnh", "ao", "áo", "ăn", "ặng",
    "âm", "ấp", "ân", "ận", "e", "ẹ", "em", "ém", "ê", "ề", "ên", "ệnh", "i", "ị", "iên", "iệp", "inh", "ịnh",
    "o", "ó", "oan", "oán", "ong", "ọng", "ô", "ố", "ôi", "ội", "ông", "ống", "ơ", "ờ", "ơi", "ới", "u", "ụ",
    "ung", "ứng", "ươi", "ường", "ưu",
)  # fmt: skip
