PRAGMA application_id = 829716596;
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0001');
CREATE TABLE briefs (
	id VARCHAR(36) NOT NULL, 
	recorded_at VARCHAR(32) NOT NULL, 
	as_of DATE NOT NULL, 
	name TEXT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES entries (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "briefs" VALUES('01a213aa-6894-7e17-adf9-ff37ea032813','2030-04-01T00:00:10.000000+00:00','2030-03-31','brief.html');
CREATE TABLE derivation (
	version INTEGER NOT NULL
);
INSERT INTO "derivation" VALUES(2);
CREATE TABLE drafts (
	id VARCHAR(36) NOT NULL, 
	recorded_at VARCHAR(32) NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	dated DATE, 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES entries (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "drafts" VALUES('01a213aa-6272-73db-921d-29498664a866','2030-03-02T09:00:04.000000+00:00','647378268b41289db8f68fda22c110187127796f260e24d44f95afc1cd9b7bbd','2030-03-02');
INSERT INTO "drafts" VALUES('01a213aa-65cf-7b3d-b3e7-cba55b269272','2030-03-10T09:00:00.000000+00:00','587fedf5278cffc8ee11c4f30eb3168f5d9623436949182e9572fd770be18d24','2030-03-10');
INSERT INTO "drafts" VALUES('01a213aa-66df-79c2-823f-0ac4b734bc8d','2030-04-01T00:00:00.000000+00:00','eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee',NULL);
INSERT INTO "drafts" VALUES('01a213aa-6718-7bd5-9b00-e3409712623c','2030-04-01T00:00:01.000000+00:00','ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',NULL);
CREATE TABLE entries (
	id VARCHAR(36) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	body TEXT NOT NULL, 
	author TEXT NOT NULL, 
	recorded_at VARCHAR(32) NOT NULL, 
	visibility TEXT NOT NULL, 
	previous VARCHAR(64), 
	digest VARCHAR(64) NOT NULL, 
	short VARCHAR(8) NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "entries" VALUES('01a213aa-6196-7a89-a1cb-6d0c1c15673b','record_opened','{"name":"The Lune talks"}','secretary','2030-03-01T09:00:00.000000+00:00','team',NULL,'da39938ec6ca830b66ec2a3aaf7fcf4cf3fa63a11d7507cb92c9128aab8bdc66','1c15673b');
INSERT INTO "entries" VALUES('01a213aa-61c8-7a01-b60b-3d442d798a0e','issue_opened','{"label":"border","topic":"territory"}','secretary','2030-03-02T09:00:00.000000+00:00','team','da39938ec6ca830b66ec2a3aaf7fcf4cf3fa63a11d7507cb92c9128aab8bdc66','d99078d797af0361add9d7b02e4ab83fc00c0caa9b2d78fc0832527224670242','2d798a0e');
INSERT INTO "entries" VALUES('01a213aa-61ee-794c-b9fc-e3de0072a139','issue_opened','{"label":"ports","topic":"other"}','secretary','2030-03-02T09:00:01.000000+00:00','team','d99078d797af0361add9d7b02e4ab83fc00c0caa9b2d78fc0832527224670242','b48f1d7bf53caf37b1c1732d55538dd82a13e25ee85e50f997f4c9ad97515cdf','0072a139');
INSERT INTO "entries" VALUES('01a213aa-621d-77a4-83b7-98cffe7c0b34','issue_opened','{"label":"prisoners","topic":"prisoners-humanitarian"}','secretary','2030-03-02T09:00:02.000000+00:00','team','b48f1d7bf53caf37b1c1732d55538dd82a13e25ee85e50f997f4c9ad97515cdf','c0533c83584bf925ca1552146f1225a884fcd780a4e984952c738b16490fcbd3','fe7c0b34');
INSERT INTO "entries" VALUES('01a213aa-6249-7c83-a26f-0f11cfd7973e','issue_opened','{"label":"observers","topic":"ceasefire"}','secretary','2030-03-02T09:00:03.000000+00:00','team','c0533c83584bf925ca1552146f1225a884fcd780a4e984952c738b16490fcbd3','eb1e457054e89bb2e15b3a22b71438c699c4cdc081ac67a583063ef8c09cdb32','cfd7973e');
INSERT INTO "entries" VALUES('01a213aa-6272-73db-921d-29498664a866','draft_received','{"draft":{"title":"First draft","by":"Ada Berg","dated":"2030-03-02","language":"en","text":"1. The border follows the river Lune.\n2. The ports of Southland are open to the ships of Northland.\n3. All prisoners are exchanged within thirty days.\n4. A joint force of six hundred observers watches the ceasefire.\n","points":[{"label":"1","path":"1","text":"The border follows the river Lune.","span":{"start":0,"end":37},"points":[]},{"label":"2","path":"2","text":"The ports of Southland are open to the ships of Northland.","span":{"start":38,"end":99},"points":[]},{"label":"3","path":"3","text":"All prisoners are exchanged within thirty days.","span":{"start":100,"end":150},"points":[]},{"label":"4","path":"4","text":"A joint force of six hundred observers watches the ceasefire.","span":{"start":151,"end":215},"points":[]}],"brackets":[],"options":[],"problems":[],"sources":[],"issues":{"1":"border","2":"ports","3":"prisoners","4":"observers"}},"sha256":"647378268b41289db8f68fda22c110187127796f260e24d44f95afc1cd9b7bbd","origin":"First draft.md"}','secretary','2030-03-02T09:00:04.000000+00:00','team','eb1e457054e89bb2e15b3a22b71438c699c4cdc081ac67a583063ef8c09cdb32','a8406e1886ecb257d080eeae51f27e905b7bc60d6089ad8736f4b00b10c65d48','8664a866');
INSERT INTO "entries" VALUES('01a213aa-62ad-7908-967e-56a3b9b05c7b','point_linked','{"draft":"01a213aa-6272-73db-921d-29498664a866","path":"1","issue":"01a213aa-61c8-7a01-b60b-3d442d798a0e","rule":"front matter","confidence":1.0}','secretary','2030-03-02T09:00:05.000000+00:00','team','a8406e1886ecb257d080eeae51f27e905b7bc60d6089ad8736f4b00b10c65d48','dfdf497162846f546c034f9da1826ceac6a5ce05d5606744add59deac1e5b471','b9b05c7b');
INSERT INTO "entries" VALUES('01a213aa-62d4-74cc-aa81-ba8cbec2aa52','point_linked','{"draft":"01a213aa-6272-73db-921d-29498664a866","path":"2","issue":"01a213aa-61ee-794c-b9fc-e3de0072a139","rule":"front matter","confidence":1.0}','secretary','2030-03-02T09:00:06.000000+00:00','team','dfdf497162846f546c034f9da1826ceac6a5ce05d5606744add59deac1e5b471','c4853a6adb3f274f4c9c5beace1a03012054445df30a3b620ebb1295c8e39cb0','bec2aa52');
INSERT INTO "entries" VALUES('01a213aa-62f0-72b7-9e52-52fbbe8430bd','point_linked','{"draft":"01a213aa-6272-73db-921d-29498664a866","path":"3","issue":"01a213aa-621d-77a4-83b7-98cffe7c0b34","rule":"front matter","confidence":1.0}','secretary','2030-03-02T09:00:07.000000+00:00','team','c4853a6adb3f274f4c9c5beace1a03012054445df30a3b620ebb1295c8e39cb0','c6d769bc062bd15285794a9b571298e135686ad6197cc1549a3f0e5f8e2c58ea','be8430bd');
INSERT INTO "entries" VALUES('01a213aa-6314-7bcc-9b6f-430035b00d43','point_linked','{"draft":"01a213aa-6272-73db-921d-29498664a866","path":"4","issue":"01a213aa-6249-7c83-a26f-0f11cfd7973e","rule":"front matter","confidence":1.0}','secretary','2030-03-02T09:00:08.000000+00:00','team','c6d769bc062bd15285794a9b571298e135686ad6197cc1549a3f0e5f8e2c58ea','455e58915dcb14dbb2b01ec6f0ccff03744752d39f64f98dce37baa54ab14d08','35b00d43');
INSERT INTO "entries" VALUES('01a213aa-6349-7ec9-b47f-f68d6a7c5b1c','source_received','{"document":{"sha256":"db2d95f1cd3088b36b2a06df58f99c0901d6281b6a48b85696b53451a84f4c92","title":"Envoy carries first draft to both capitals","publisher":"The Northland Courier","agencies":["LPA"],"authors":[],"published":"2030-03-03","language":"en","words":66,"reading_time_min":1,"text":"Envoy carries first draft to both capitals\n\nTomas Hale said that Northland accepted the river Lune as the border. He said that the ports of Southland must be open to all ships of Northland.\n\nMira Sol said that Southland would never accept a border along the river Lune. She said that Southland could talk about the ports. She told reporters that no prisoners had been exchanged.","blocks":[{"kind":"headline","start":0,"end":42},{"kind":"paragraph","start":44,"end":189},{"kind":"paragraph","start":191,"end":378}]},"origin":"courier-0303.txt","reader":"by hand"}','secretary','2030-03-04T09:00:00.000000+00:00','team','455e58915dcb14dbb2b01ec6f0ccff03744752d39f64f98dce37baa54ab14d08','845271eb215d12f2d8026933347e9228b53bf896beda0e283a6ebc3f797c53b9','6a7c5b1c');
INSERT INTO "entries" VALUES('01a213aa-637a-78e0-8ce1-4154d31e879c','statement_proposed','{"source":"01a213aa-6349-7ec9-b47f-f68d6a7c5b1c","statement":{"content":[{"start":65,"end":112,"exact":"Northland accepted the river Lune as the border","prefix":" capitals\n\nTomas Hale said that ","suffix":". He said that the ports of Sout"}],"cue":{"start":55,"end":59,"exact":"said","prefix":"ft to both capitals\n\nTomas Hale ","suffix":" that Northland accepted the riv"},"source":{"start":44,"end":54,"exact":"Tomas Hale","prefix":"s first draft to both capitals\n\n","suffix":" said that Northland accepted th"},"speaker":{"name":"Tomas Hale","kind":"person","role":"foreign minister of Northland","party":"Northland"},"holder":"Northland","kind":"indirect","act":"accept","target":null,"topic":"territory","said_on":"2030-03-02","venue":null,"addressee":null,"via":[],"confidence":0.95}}','secretary','2030-03-04T09:00:01.000000+00:00','team','845271eb215d12f2d8026933347e9228b53bf896beda0e283a6ebc3f797c53b9','c1dceeb2062f6186764aa04c32c5cfcb1b3699f645946d26ff54d8beb651d0a7','d31e879c');
INSERT INTO "entries" VALUES('01a213aa-637b-7b9f-8f5f-eb87bd7bdf4c','statement_proposed','{"source":"01a213aa-6349-7ec9-b47f-f68d6a7c5b1c","statement":{"content":[{"start":127,"end":188,"exact":"the ports of Southland must be open to all ships of Northland","prefix":"une as the border. He said that ","suffix":".\n\nMira Sol said that Southland "}],"cue":{"start":55,"end":59,"exact":"said","prefix":"ft to both capitals\n\nTomas Hale ","suffix":" that Northland accepted the riv"},"source":{"start":44,"end":54,"exact":"Tomas Hale","prefix":"s first draft to both capitals\n\n","suffix":" said that Northland accepted th"},"speaker":{"name":"Tomas Hale","kind":"person","role":"foreign minister of Northland","party":"Northland"},"holder":"Northland","kind":"indirect","act":"demand","target":null,"topic":"other","said_on":"2030-03-02","venue":null,"addressee":null,"via":[],"confidence":0.95}}','secretary','2030-03-04T09:00:01.000000+00:00','team','c1dceeb2062f6186764aa04c32c5cfcb1b3699f645946d26ff54d8beb651d0a7','88cdf954ebe3b94259ad20598e4a186ff54ffa2231ef007ade559e9efd7c44fd','bd7bdf4c');
INSERT INTO "entries" VALUES('01a213aa-637c-7558-9ed5-f6fb70dd1429','statement_proposed','{"source":"01a213aa-6349-7ec9-b47f-f68d6a7c5b1c","statement":{"content":[{"start":210,"end":268,"exact":"Southland would never accept a border along the river Lune","prefix":" Northland.\n\nMira Sol said that ","suffix":". She said that Southland could "}],"cue":{"start":55,"end":59,"exact":"said","prefix":"ft to both capitals\n\nTomas Hale ","suffix":" that Northland accepted the riv"},"source":{"start":191,"end":199,"exact":"Mira Sol","prefix":"pen to all ships of Northland.\n\n","suffix":" said that Southland would never"},"speaker":{"name":"Mira Sol","kind":"person","role":"foreign minister of Southland","party":"Southland"},"holder":"Southland","kind":"indirect","act":"reject","target":null,"topic":"territory","said_on":"2030-03-02","venue":null,"addressee":null,"via":[],"confidence":0.95}}','secretary','2030-03-04T09:00:01.000000+00:00','team','88cdf954ebe3b94259ad20598e4a186ff54ffa2231ef007ade559e9efd7c44fd','28389233786e3102f7523da6ccfdcd8bb5c07cf0fd56b6151f41bc405de4805a','70dd1429');
INSERT INTO "entries" VALUES('01a213aa-637d-797a-8bb7-2f822b79b685','statement_proposed','{"source":"01a213aa-6349-7ec9-b47f-f68d6a7c5b1c","statement":{"content":[{"start":284,"end":320,"exact":"Southland could talk about the ports","prefix":"g the river Lune. She said that ","suffix":". She told reporters that no pri"}],"cue":{"start":55,"end":59,"exact":"said","prefix":"ft to both capitals\n\nTomas Hale ","suffix":" that Northland accepted the riv"},"source":{"start":191,"end":199,"exact":"Mira Sol","prefix":"pen to all ships of Northland.\n\n","suffix":" said that Southland would never"},"speaker":{"name":"Mira Sol","kind":"person","role":"foreign minister of Southland","party":"Southland"},"holder":"Southland","kind":"indirect","act":"open","target":null,"topic":"other","said_on":null,"venue":null,"addressee":null,"via":[],"confidence":0.95}}','secretary','2030-03-04T09:00:01.000000+00:00','team','28389233786e3102f7523da6ccfdcd8bb5c07cf0fd56b6151f41bc405de4805a','f161080dca23f03cf980ec00abadb0c380f3a4eca0c4bef2affa240bf2fdffad','2b79b685');
INSERT INTO "entries" VALUES('01a213aa-637e-7a9b-83a9-6954b8a8719d','statement_proposed','{"source":"01a213aa-6349-7ec9-b47f-f68d6a7c5b1c","statement":{"content":[{"start":346,"end":377,"exact":"no prisoners had been exchanged","prefix":" ports. She told reporters that ","suffix":"."}],"cue":{"start":326,"end":340,"exact":"told reporters","prefix":"could talk about the ports. She ","suffix":" that no prisoners had been exch"},"source":{"start":191,"end":199,"exact":"Mira Sol","prefix":"pen to all ships of Northland.\n\n","suffix":" said that Southland would never"},"speaker":{"name":"Mira Sol","kind":"person","role":"foreign minister of Southland","party":"Southland"},"holder":"Southland","kind":"indirect","act":"report","target":null,"topic":"prisoners-humanitarian","said_on":null,"venue":null,"addressee":null,"via":[],"confidence":0.95}}','secretary','2030-03-04T09:00:01.000000+00:00','team','f161080dca23f03cf980ec00abadb0c380f3a4eca0c4bef2affa240bf2fdffad','ada39b57e20508ebd7c62d252c186ab9552dc1ff1374e71e66fc7e2a53bbe9d6','b8a8719d');
INSERT INTO "entries" VALUES('01a213aa-637f-7b67-99a2-9aa3099159aa','person_proposed','{"source":"01a213aa-6349-7ec9-b47f-f68d6a7c5b1c","person":{"name":"Tomas Hale","party":"Northland","roles":["foreign minister of Northland"],"mentions":[{"start":44,"end":54}]}}','secretary','2030-03-04T09:00:01.000000+00:00','team','ada39b57e20508ebd7c62d252c186ab9552dc1ff1374e71e66fc7e2a53bbe9d6','3656cb9806f45ec9ea2a702b0391fff886aad89c0ba6642256b504088c3ff200','099159aa');
INSERT INTO "entries" VALUES('01a213aa-63d9-7174-bb69-be1bd8303e64','accepted','{"of":"01a213aa-637a-78e0-8ce1-4154d31e879c","rule":null,"reason":null}','secretary','2030-03-04T09:00:02.000000+00:00','team','3656cb9806f45ec9ea2a702b0391fff886aad89c0ba6642256b504088c3ff200','3f72895703b84a93e67d33e9de31dba8a95b2f4c3a443a2ef6d67868e5eea281','d8303e64');
INSERT INTO "entries" VALUES('01a213aa-63da-7842-8ff6-5027270daa5f','accepted','{"of":"01a213aa-637b-7b9f-8f5f-eb87bd7bdf4c","rule":null,"reason":null}','secretary','2030-03-04T09:00:02.000000+00:00','team','3f72895703b84a93e67d33e9de31dba8a95b2f4c3a443a2ef6d67868e5eea281','30fe68c30dbd2c4e32b8759cba3f402fd5c06d6ae92ec3b2bf169f8cf2124c79','270daa5f');
INSERT INTO "entries" VALUES('01a213aa-63db-75fe-b7be-36e6d6593b96','accepted','{"of":"01a213aa-637c-7558-9ed5-f6fb70dd1429","rule":null,"reason":null}','secretary','2030-03-04T09:00:02.000000+00:00','team','30fe68c30dbd2c4e32b8759cba3f402fd5c06d6ae92ec3b2bf169f8cf2124c79','034ea33fecfa8dc5589eb6cf75173ff39c110f6e35b3107e4f22d377b9b73d0e','d6593b96');
INSERT INTO "entries" VALUES('01a213aa-63dc-73fc-8ef8-5761b9dee0ba','accepted','{"of":"01a213aa-637d-797a-8bb7-2f822b79b685","rule":null,"reason":null}','secretary','2030-03-04T09:00:02.000000+00:00','team','034ea33fecfa8dc5589eb6cf75173ff39c110f6e35b3107e4f22d377b9b73d0e','a481bf4fcb1f6f57e6292ddec153b1c62cad9aec80dc810def60dd36f7491a8f','b9dee0ba');
INSERT INTO "entries" VALUES('01a213aa-63dd-726a-b0ec-8a02fe73fe61','accepted','{"of":"01a213aa-637e-7a9b-83a9-6954b8a8719d","rule":null,"reason":null}','secretary','2030-03-04T09:00:02.000000+00:00','team','a481bf4fcb1f6f57e6292ddec153b1c62cad9aec80dc810def60dd36f7491a8f','73fd7f42257938e3c099725494e510507e3871769f82a452bdaa805434a690ef','fe73fe61');
INSERT INTO "entries" VALUES('01a213aa-6426-733e-9e31-381222f5124d','accepted','{"of":"01a213aa-637f-7b67-99a2-9aa3099159aa","rule":null,"reason":null}','secretary','2030-03-04T09:00:03.000000+00:00','team','73fd7f42257938e3c099725494e510507e3871769f82a452bdaa805434a690ef','47473cdf7d0d3b2f785c341e4011c65f1b37376eb49123563d1b8df7bcd615f2','22f5124d');
INSERT INTO "entries" VALUES('01a213aa-6451-7f37-98e5-cbee394cc193','source_received','{"document":{"sha256":"ce9a3d969673932d5c489ec5d035a2a3fa2fe827dded2e9d50c226c0040051e3","title":"Southland moves on the border","publisher":"The Northland Courier","agencies":["LPA","NNS"],"authors":[],"published":"2030-03-07","language":"en","words":64,"reading_time_min":1,"text":"Southland moves on the border\n\nMira Sol said on Wednesday: \"Southland accepts the river Lune as the border.\" She did not rule out observers on both banks.\n\nTomas Hale said that Northland offered to exchange all prisoners at once. Officials said the weather was cold in Holm. Ada Berg will meet both ministers in Holm on 11 March to talk about her second draft.","blocks":[{"kind":"headline","start":0,"end":29},{"kind":"paragraph","start":31,"end":154},{"kind":"paragraph","start":156,"end":360}]},"origin":"https://courier.example/2030/03/07/border","reader":"by hand"}','secretary','2030-03-08T09:00:00.000000+00:00','team','47473cdf7d0d3b2f785c341e4011c65f1b37376eb49123563d1b8df7bcd615f2','6fab4eb36d543058ec32edd1d5a8dd56aaa75ee9efc59c015cc95cfabada867d','394cc193');
INSERT INTO "entries" VALUES('01a213aa-646d-71cb-89de-f2ac994f6377','statement_proposed','{"source":"01a213aa-6451-7f37-98e5-cbee394cc193","statement":{"content":[{"start":60,"end":107,"exact":"Southland accepts the river Lune as the border.","prefix":"r\n\nMira Sol said on Wednesday: \"","suffix":"\" She did not rule out observers"}],"cue":{"start":40,"end":44,"exact":"said","prefix":"d moves on the border\n\nMira Sol ","suffix":" on Wednesday: \"Southland accept"},"source":{"start":31,"end":39,"exact":"Mira Sol","prefix":"Southland moves on the border\n\n","suffix":" said on Wednesday: \"Southland a"},"speaker":{"name":"Mira Sol","kind":"person","role":null,"party":"Southland"},"holder":"Southland","kind":"direct","act":"reject","target":null,"topic":"territory","said_on":"2030-03-06","venue":null,"addressee":null,"via":[],"confidence":0.95}}','secretary','2030-03-08T09:00:01.000000+00:00','team','6fab4eb36d543058ec32edd1d5a8dd56aaa75ee9efc59c015cc95cfabada867d','af72c75785b459fab165f2fd63f9649c4b0f2dd2dc014ec8d5a27cba34bc0be7','994f6377');
INSERT INTO "entries" VALUES('01a213aa-646e-7e35-a3e2-2d97cb2684fc','statement_proposed','{"source":"01a213aa-6451-7f37-98e5-cbee394cc193","statement":{"content":[{"start":130,"end":153,"exact":"observers on both banks","prefix":"e border.\" She did not rule out ","suffix":".\n\nTomas Hale said that Northlan"}],"cue":null,"source":{"start":31,"end":39,"exact":"Mira Sol","prefix":"Southland moves on the border\n\n","suffix":" said on Wednesday: \"Southland a"},"speaker":{"name":"Mira Sol","kind":"person","role":null,"party":"Southland"},"holder":"Southland","kind":"indirect","act":"open","target":null,"topic":"other","said_on":null,"venue":null,"addressee":null,"via":[],"confidence":0.7}}','secretary','2030-03-08T09:00:01.000000+00:00','team','af72c75785b459fab165f2fd63f9649c4b0f2dd2dc014ec8d5a27cba34bc0be7','3cf339af49ce8a4442f6d7654f097dd72ae4ac67eda5129c1e8013946a28c24c','cb2684fc');
INSERT INTO "entries" VALUES('01a213aa-646f-753f-aa45-ca76452a0055','statement_proposed','{"source":"01a213aa-6451-7f37-98e5-cbee394cc193","statement":{"content":[{"start":177,"end":228,"exact":"Northland offered to exchange all prisoners at once","prefix":"th banks.\n\nTomas Hale said that ","suffix":". Officials said the weather was"}],"cue":{"start":40,"end":44,"exact":"said","prefix":"d moves on the border\n\nMira Sol ","suffix":" on Wednesday: \"Southland accept"},"source":{"start":156,"end":166,"exact":"Tomas Hale","prefix":"e out observers on both banks.\n\n","suffix":" said that Northland offered to "},"speaker":{"name":"Tomas Hale","kind":"person","role":null,"party":"Northland"},"holder":"Northland","kind":"indirect","act":"offer","target":null,"topic":"prisoners-humanitarian","said_on":null,"venue":null,"addressee":null,"via":[],"confidence":0.95}}','secretary','2030-03-08T09:00:01.000000+00:00','team','3cf339af49ce8a4442f6d7654f097dd72ae4ac67eda5129c1e8013946a28c24c','41b9183c598e409ba33ad6f649800842ab3558069da1a86c57b2dbf6f65c5992','452a0055');
INSERT INTO "entries" VALUES('01a213aa-6470-7cbf-8050-6664ba5defb6','statement_proposed','{"source":"01a213aa-6451-7f37-98e5-cbee394cc193","statement":{"content":[{"start":245,"end":273,"exact":"the weather was cold in Holm","prefix":"isoners at once. Officials said ","suffix":". Ada Berg will meet both minist"}],"cue":{"start":40,"end":44,"exact":"said","prefix":"d moves on the border\n\nMira Sol ","suffix":" on Wednesday: \"Southland accept"},"source":null,"speaker":{"name":null,"kind":"anonymous","role":null,"party":null},"holder":null,"kind":"indirect","act":"report","target":null,"topic":"other","said_on":null,"venue":null,"addressee":null,"via":[],"confidence":0.4}}','secretary','2030-03-08T09:00:01.000000+00:00','team','41b9183c598e409ba33ad6f649800842ab3558069da1a86c57b2dbf6f65c5992','ca584d7a890efcda44d2f4f736550b550b2335538ceb2976c54b32a769dfa215','ba5defb6');
INSERT INTO "entries" VALUES('01a213aa-6471-748a-8bae-b2a5cfde134e','statement_proposed','{"source":"01a213aa-6451-7f37-98e5-cbee394cc193","statement":{"content":[{"start":275,"end":316,"exact":"Ada Berg will meet both ministers in Holm","prefix":"d the weather was cold in Holm. ","suffix":" on 11 March to talk about her s"}],"cue":null,"source":null,"speaker":{"name":null,"kind":"anonymous","role":null,"party":null},"holder":null,"kind":"indirect","act":"report","target":null,"topic":"process","said_on":null,"venue":null,"addressee":null,"via":[],"confidence":0.55}}','secretary','2030-03-08T09:00:01.000000+00:00','team','ca584d7a890efcda44d2f4f736550b550b2335538ceb2976c54b32a769dfa215','1c599eb62ff009f9445cae8b1175cab3f8efd98774b0124e5c5cf9501fab3085','cfde134e');
INSERT INTO "entries" VALUES('01a213aa-6472-73f1-b514-5af09046f4ba','meeting_proposed','{"source":"01a213aa-6451-7f37-98e5-cbee394cc193","meeting":{"what":"Ada Berg meets both foreign ministers","place":"Holm","on":"2030-03-11","participants":["Ada Berg","Tomas Hale","Mira Sol"],"status":"planned","evidence":{"start":275,"end":328,"exact":"Ada Berg will meet both ministers in Holm on 11 March","prefix":"d the weather was cold in Holm. ","suffix":" to talk about her second draft."}}}','secretary','2030-03-08T09:00:01.000000+00:00','team','1c599eb62ff009f9445cae8b1175cab3f8efd98774b0124e5c5cf9501fab3085','a53d7deccd91996f0240b003e47702b0900feac222e08fb36511f4b795e9f730','9046f4ba');
INSERT INTO "entries" VALUES('01a213aa-6473-7230-b932-7312b3aade98','proposal_proposed','{"source":"01a213aa-6451-7f37-98e5-cbee394cc193","proposal":{"name":"second draft","by":"Ada Berg","status":"to be talked about","mentions":[]}}','secretary','2030-03-08T09:00:01.000000+00:00','team','a53d7deccd91996f0240b003e47702b0900feac222e08fb36511f4b795e9f730','4a192396a941b133edceae579220f43d21c97d0b9d5ad99e41a8740511f60683','b3aade98');
INSERT INTO "entries" VALUES('01a213aa-64bc-7d9a-abe4-765217e75d86','corrected','{"of":"01a213aa-646d-71cb-89de-f2ac994f6377","statement":{"content":[{"start":60,"end":107,"exact":"Southland accepts the river Lune as the border.","prefix":"r\n\nMira Sol said on Wednesday: \"","suffix":"\" She did not rule out observers"}],"cue":{"start":40,"end":44,"exact":"said","prefix":"d moves on the border\n\nMira Sol ","suffix":" on Wednesday: \"Southland accept"},"source":{"start":31,"end":39,"exact":"Mira Sol","prefix":"Southland moves on the border\n\n","suffix":" said on Wednesday: \"Southland a"},"speaker":{"name":"Mira Sol","kind":"person","role":null,"party":"Southland"},"holder":"Southland","kind":"direct","act":"accept","target":null,"topic":"territory","said_on":"2030-03-06","venue":null,"addressee":null,"via":[],"confidence":0.95},"reason":"She said that they accept it"}','secretary','2030-03-08T09:00:02.000000+00:00','team','4a192396a941b133edceae579220f43d21c97d0b9d5ad99e41a8740511f60683','7ce7ed687eaa10eeac89238347ee635b2aede4808bba684e5ed00e00010f32db','17e75d86');
INSERT INTO "entries" VALUES('01a213aa-64d4-77a4-b17b-b92e146db5b3','accepted','{"of":"01a213aa-646f-753f-aa45-ca76452a0055","rule":"confidence of at least 0.9","reason":null}','secretary','2030-03-08T09:00:03.000000+00:00','team','7ce7ed687eaa10eeac89238347ee635b2aede4808bba684e5ed00e00010f32db','f8d37d9ee454dbf7ef0b33c157deb63f6fada5337116853b9ed0c8cb186be12f','146db5b3');
INSERT INTO "entries" VALUES('01a213aa-64f6-7ce3-99a5-3c912b6eb6a5','accepted','{"of":"01a213aa-646e-7e35-a3e2-2d97cb2684fc","rule":null,"reason":null}','secretary','2030-03-08T09:00:04.000000+00:00','team','f8d37d9ee454dbf7ef0b33c157deb63f6fada5337116853b9ed0c8cb186be12f','9e773863ed12c6bbc6c20d863baa23f0a5f2499c1fd15b66ae5f0f978fa0a86b','2b6eb6a5');
INSERT INTO "entries" VALUES('01a213aa-6518-781c-9a38-c8d677bf906d','statement_linked','{"statement":"01a213aa-646e-7e35-a3e2-2d97cb2684fc","issue":"01a213aa-6249-7c83-a26f-0f11cfd7973e"}','secretary','2030-03-08T09:00:05.000000+00:00','team','9e773863ed12c6bbc6c20d863baa23f0a5f2499c1fd15b66ae5f0f978fa0a86b','952b0583a42de1b699ac47330c790e61495f10e893c66f5c7006737d91960e78','77bf906d');
INSERT INTO "entries" VALUES('01a213aa-6540-72df-a8fa-d3fa10ffa131','rejected','{"of":"01a213aa-6470-7cbf-8050-6664ba5defb6","rule":null,"reason":"It is not about the talks"}','secretary','2030-03-08T09:00:06.000000+00:00','team','952b0583a42de1b699ac47330c790e61495f10e893c66f5c7006737d91960e78','17e41dc4b645f1a4f99aed28fe5633bdbf03f64691bb300c1cd92b7c793564d0','10ffa131');
INSERT INTO "entries" VALUES('01a213aa-6574-730b-8885-86a96aaa88ad','accepted','{"of":"01a213aa-6472-73f1-b514-5af09046f4ba","rule":null,"reason":null}','secretary','2030-03-08T09:00:07.000000+00:00','team','17e41dc4b645f1a4f99aed28fe5633bdbf03f64691bb300c1cd92b7c793564d0','78cf5912e03cba491e10386fbf635a26d9e7bb7479ff76a7888c2b2a37380e19','6aaa88ad');
INSERT INTO "entries" VALUES('01a213aa-65b7-7647-84aa-55f54a3cc7aa','accepted','{"of":"01a213aa-6473-7230-b932-7312b3aade98","rule":null,"reason":null}','secretary','2030-03-08T09:00:08.000000+00:00','team','78cf5912e03cba491e10386fbf635a26d9e7bb7479ff76a7888c2b2a37380e19','3fa1386992da00278a1dcb0161b6e9c2e660cd7654f6fa484b3016a6779a3852','4a3cc7aa');
INSERT INTO "entries" VALUES('01a213aa-65cf-7b3d-b3e7-cba55b269272','draft_received','{"draft":{"title":"Second draft","by":"Ada Berg","dated":"2030-03-10","language":"en","text":"1. All prisoners are exchanged within thirty days.\n2. The border follows the river Lune, save for the town of Holm.\n3. The ports of Southland are open to the ships of Northland for a fee.\n4. A joint force of six hundred observers watches the ceasefire.\n","points":[{"label":"1","path":"1","text":"All prisoners are exchanged within thirty days.","span":{"start":0,"end":50},"points":[]},{"label":"2","path":"2","text":"The border follows the river Lune, save for the town of Holm.","span":{"start":51,"end":115},"points":[]},{"label":"3","path":"3","text":"The ports of Southland are open to the ships of Northland for a fee.","span":{"start":116,"end":187},"points":[]},{"label":"4","path":"4","text":"A joint force of six hundred observers watches the ceasefire.","span":{"start":188,"end":252},"points":[]}],"brackets":[],"options":[],"problems":[],"sources":[],"issues":{"1":"prisoners","2":"border","3":"ports","4":"observers"}},"sha256":"587fedf5278cffc8ee11c4f30eb3168f5d9623436949182e9572fd770be18d24","origin":"Second draft.md"}','secretary','2030-03-10T09:00:00.000000+00:00','team','3fa1386992da00278a1dcb0161b6e9c2e660cd7654f6fa484b3016a6779a3852','e7661d623006a106a45d22c9d66e075493c9e15804353e820014b72eed863e86','5b269272');
INSERT INTO "entries" VALUES('01a213aa-65e5-7daf-acb4-cf99feb11735','point_linked','{"draft":"01a213aa-65cf-7b3d-b3e7-cba55b269272","path":"1","issue":"01a213aa-621d-77a4-83b7-98cffe7c0b34","rule":"front matter","confidence":1.0}','secretary','2030-03-10T09:00:01.000000+00:00','team','e7661d623006a106a45d22c9d66e075493c9e15804353e820014b72eed863e86','46f6aae7aab13d796296a7824074e9efbb3ecea0041583031dd81208e454cbc6','feb11735');
INSERT INTO "entries" VALUES('01a213aa-6611-79cf-836b-6d64299284eb','point_linked','{"draft":"01a213aa-65cf-7b3d-b3e7-cba55b269272","path":"2","issue":"01a213aa-61c8-7a01-b60b-3d442d798a0e","rule":"front matter","confidence":1.0}','secretary','2030-03-10T09:00:02.000000+00:00','team','46f6aae7aab13d796296a7824074e9efbb3ecea0041583031dd81208e454cbc6','6e5b0e42649b4c8d64ffb307ab33b910ba300bc4d16f070b00e946d22447b858','299284eb');
INSERT INTO "entries" VALUES('01a213aa-6634-7531-8c71-2bd8260a7d78','point_linked','{"draft":"01a213aa-65cf-7b3d-b3e7-cba55b269272","path":"3","issue":"01a213aa-61ee-794c-b9fc-e3de0072a139","rule":"front matter","confidence":1.0}','secretary','2030-03-10T09:00:03.000000+00:00','team','6e5b0e42649b4c8d64ffb307ab33b910ba300bc4d16f070b00e946d22447b858','eff2e0ba370ee4085c07f0bf28c1402f9bb16361a906d6809a2368164b12463c','260a7d78');
INSERT INTO "entries" VALUES('01a213aa-6661-7d77-9dc3-4ccb87d9c098','point_linked','{"draft":"01a213aa-65cf-7b3d-b3e7-cba55b269272","path":"4","issue":"01a213aa-6249-7c83-a26f-0f11cfd7973e","rule":"front matter","confidence":1.0}','secretary','2030-03-10T09:00:04.000000+00:00','team','eff2e0ba370ee4085c07f0bf28c1402f9bb16361a906d6809a2368164b12463c','d7d20e463625b3cd452cb18577c232189e86f6369e9e3c1ed557ae8cb50ce787','87d9c098');
INSERT INTO "entries" VALUES('01a213aa-6695-7a57-a043-326f822fb0b8','source_received','{"document":{"sha256":"b8fab771330930f072b55f0d838e92a10af53ea47395d5912ea4965e0186ea03","title":"Ministers meet in Holm","publisher":"Southland Radio","agencies":[],"authors":[],"published":"2030-03-11","language":"en","words":17,"reading_time_min":1,"text":"Ministers meet in Holm\n\nTomas Hale said that Northland would not pay a fee in any port.","blocks":[{"kind":"headline","start":0,"end":22},{"kind":"paragraph","start":24,"end":87}]},"origin":"radio.eml","reader":"by hand"}','secretary','2030-03-12T09:00:00.000000+00:00','team','d7d20e463625b3cd452cb18577c232189e86f6369e9e3c1ed557ae8cb50ce787','121cc44284cdce197f4001c2c59e7371cd41878f6bc9c40ff3c872e0b05dbfd9','822fb0b8');
INSERT INTO "entries" VALUES('01a213aa-66a7-70bc-b903-f42b6f0bb997','statement_proposed','{"source":"01a213aa-6695-7a57-a043-326f822fb0b8","statement":{"content":[{"start":45,"end":86,"exact":"Northland would not pay a fee in any port","prefix":"t in Holm\n\nTomas Hale said that ","suffix":"."}],"cue":{"start":35,"end":39,"exact":"said","prefix":"isters meet in Holm\n\nTomas Hale ","suffix":" that Northland would not pay a "},"source":{"start":24,"end":34,"exact":"Tomas Hale","prefix":"Ministers meet in Holm\n\n","suffix":" said that Northland would not p"},"speaker":{"name":"Tomas Hale","kind":"person","role":null,"party":"Northland"},"holder":"Northland","kind":"indirect","act":"reject","target":null,"topic":"other","said_on":null,"venue":null,"addressee":null,"via":[],"confidence":0.85}}','secretary','2030-03-12T09:00:01.000000+00:00','team','121cc44284cdce197f4001c2c59e7371cd41878f6bc9c40ff3c872e0b05dbfd9','b7858fcda017ff938a3d2ee25373eaae2347b1cc118f1a8df4c62260dc8dc5cd','6f0bb997');
INSERT INTO "entries" VALUES('01a213aa-66df-79c2-823f-0ac4b734bc8d','draft_received','{"draft":{"title":"e","by":"Mira Sol","dated":null,"language":"en","text":"1. The border.\n2. The ports.\n","points":[{"label":"1","path":"1","text":"The border.","span":{"start":0,"end":14},"points":[]},{"label":"2","path":"2","text":"The ports.","span":{"start":15,"end":28},"points":[]}],"brackets":[],"options":[],"problems":[],"sources":[],"issues":{}},"sha256":"eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee","origin":"d.md"}','ada','2030-04-01T00:00:00.000000+00:00','team',NULL,'0fffb2086053aaf6e9baf9d95e09f08819658118df6308143a283ea8de6a803e','b734bc8d');
INSERT INTO "entries" VALUES('01a213aa-6718-7bd5-9b00-e3409712623c','draft_received','{"draft":{"title":"f","by":"Mira Sol","dated":null,"language":"en","text":"1. The border.\n2. The ports.\n","points":[{"label":"1","path":"1","text":"The border.","span":{"start":0,"end":14},"points":[]},{"label":"2","path":"2","text":"The ports.","span":{"start":15,"end":28},"points":[]}],"brackets":[],"options":[],"problems":[],"sources":[],"issues":{}},"sha256":"ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff","origin":"d.md"}','ada','2030-04-01T00:00:01.000000+00:00','team','0fffb2086053aaf6e9baf9d95e09f08819658118df6308143a283ea8de6a803e','85054ce010a5461c1fc77e8b1788ad2dfd6f41acc003ea77b571a2acc5e85a01','9712623c');
INSERT INTO "entries" VALUES('01a213aa-673e-713d-b5c1-36cdfaa4e832','point_assigned','{"draft":"01a213aa-66df-79c2-823f-0ac4b734bc8d","path":"1","issues":["01a213aa-61c8-7a01-b60b-3d442d798a0e","01a213aa-61ee-794c-b9fc-e3de0072a139"],"rule":"person","confidence":1.0,"reason":"both"}','ada','2030-04-01T00:00:02.000000+00:00','team','85054ce010a5461c1fc77e8b1788ad2dfd6f41acc003ea77b571a2acc5e85a01','2b8030a1712ed0600ae15f40f1232bdfe5cc5de3bb88dfa6aad84225b9254197','faa4e832');
INSERT INTO "entries" VALUES('01a213aa-6769-78d2-bd8f-7b5d7519e395','points_matched','{"before":"01a213aa-66df-79c2-823f-0ac4b734bc8d","after":"01a213aa-6718-7bd5-9b00-e3409712623c","path":"1","partners":["2"],"reason":"renumbered"}','ada','2030-04-01T00:00:03.000000+00:00','team','2b8030a1712ed0600ae15f40f1232bdfe5cc5de3bb88dfa6aad84225b9254197','8758f1127dfeb507007a9965f76216ea563aa553dce6ff94d16542e286d79374','7519e395');
INSERT INTO "entries" VALUES('01a213aa-6794-74b3-95bf-b64f177a1b43','withdrawn','{"of":"01a213aa-6769-78d2-bd8f-7b5d7519e395","reason":"not that one"}','ada','2030-04-01T00:00:04.000000+00:00','team','8758f1127dfeb507007a9965f76216ea563aa553dce6ff94d16542e286d79374','25743160e421dd353fce13c5804764fe20d62d21e56bcfac6344768e8d776715','177a1b43');
INSERT INTO "entries" VALUES('01a213aa-67bc-705e-9339-945c6cda5555','points_matched','{"before":"01a213aa-66df-79c2-823f-0ac4b734bc8d","after":"01a213aa-6718-7bd5-9b00-e3409712623c","path":"2","partners":[],"reason":null}','ada','2030-04-01T00:00:05.000000+00:00','team','25743160e421dd353fce13c5804764fe20d62d21e56bcfac6344768e8d776715','612e3dd8a42e29141e22cf7d02ba869c18439fa06f79b36bf65c31ca718b3ce3','6cda5555');
INSERT INTO "entries" VALUES('01a213aa-6800-79c5-90ba-8aa39e83b383','statement_linked','{"statement":"01a213aa-637a-78e0-8ce1-4154d31e879c","issue":"01a213aa-61c8-7a01-b60b-3d442d798a0e"}','ada','2030-04-01T00:00:06.000000+00:00','team','612e3dd8a42e29141e22cf7d02ba869c18439fa06f79b36bf65c31ca718b3ce3','26adcdff8b5a73c790696f904241913237e9178a61b9576479edfbcefac2b03f','9e83b383');
INSERT INTO "entries" VALUES('01a213aa-6828-7316-b71f-cc7cf1caabd4','statement_unlinked','{"statement":"01a213aa-637a-78e0-8ce1-4154d31e879c","issue":"01a213aa-61ee-794c-b9fc-e3de0072a139"}','ada','2030-04-01T00:00:07.000000+00:00','team','26adcdff8b5a73c790696f904241913237e9178a61b9576479edfbcefac2b03f','bc92975f098cb067071784e929d9f9c34baa0050df4c309810f4d7208774259d','f1caabd4');
INSERT INTO "entries" VALUES('01a213aa-6854-7970-8dea-c9f9a8c3c001','source_received','{"document":{"sha256":"cad4cf58a0a8417ed53cbde3a5528b2d54db0f39ea473c3d30451a841f94bd4f","title":null,"publisher":"The Northland Courier","agencies":[],"authors":[],"published":null,"language":"en","words":11,"reading_time_min":1,"text":"\u0000 ‮ ​ ''); DROP TABLE entries; -- 𝔘 é é \r\n ","blocks":[{"kind":"paragraph","start":0,"end":43}]},"origin":"odd \u001a.txt","reader":"test"}','ada','2030-04-01T00:00:08.000000+00:00','team','bc92975f098cb067071784e929d9f9c34baa0050df4c309810f4d7208774259d','dff4ba2472c9ed7d0334092d915103d4272219b108f4ade07cd97c1748df7ec7','a8c3c001');
INSERT INTO "entries" VALUES('01a213aa-6894-7e17-adf9-ff37ea032813','brief_published','{"as_of":"2030-03-31","known_on":"2030-04-01T00:00:00+00:00","sha256":"ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff","name":"brief.html"}','ada','2030-04-01T00:00:10.000000+00:00','team','dff4ba2472c9ed7d0334092d915103d4272219b108f4ade07cd97c1748df7ec7','03df6359138f5c8ae75a40153c87a4cb9603c72166fc79471184d13dc5a80a9b','ea032813');
CREATE TABLE issues (
	id VARCHAR(36) NOT NULL, 
	recorded_at VARCHAR(32) NOT NULL, 
	label TEXT NOT NULL, 
	topic VARCHAR(32), 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES entries (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "issues" VALUES('01a213aa-61c8-7a01-b60b-3d442d798a0e','2030-03-02T09:00:00.000000+00:00','border','territory');
INSERT INTO "issues" VALUES('01a213aa-61ee-794c-b9fc-e3de0072a139','2030-03-02T09:00:01.000000+00:00','ports','other');
INSERT INTO "issues" VALUES('01a213aa-621d-77a4-83b7-98cffe7c0b34','2030-03-02T09:00:02.000000+00:00','prisoners','prisoners-humanitarian');
INSERT INTO "issues" VALUES('01a213aa-6249-7c83-a26f-0f11cfd7973e','2030-03-02T09:00:03.000000+00:00','observers','ceasefire');
CREATE TABLE point_links (
	id VARCHAR(36) NOT NULL, 
	recorded_at VARCHAR(32) NOT NULL, 
	draft_id VARCHAR(36) NOT NULL, 
	path TEXT NOT NULL, 
	issue_id VARCHAR(36) NOT NULL, 
	rule TEXT NOT NULL, 
	confidence FLOAT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES entries (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(draft_id) REFERENCES entries (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(issue_id) REFERENCES entries (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "point_links" VALUES('01a213aa-62ad-7908-967e-56a3b9b05c7b','2030-03-02T09:00:05.000000+00:00','01a213aa-6272-73db-921d-29498664a866','1','01a213aa-61c8-7a01-b60b-3d442d798a0e','front matter',1.0);
INSERT INTO "point_links" VALUES('01a213aa-62d4-74cc-aa81-ba8cbec2aa52','2030-03-02T09:00:06.000000+00:00','01a213aa-6272-73db-921d-29498664a866','2','01a213aa-61ee-794c-b9fc-e3de0072a139','front matter',1.0);
INSERT INTO "point_links" VALUES('01a213aa-62f0-72b7-9e52-52fbbe8430bd','2030-03-02T09:00:07.000000+00:00','01a213aa-6272-73db-921d-29498664a866','3','01a213aa-621d-77a4-83b7-98cffe7c0b34','front matter',1.0);
INSERT INTO "point_links" VALUES('01a213aa-6314-7bcc-9b6f-430035b00d43','2030-03-02T09:00:08.000000+00:00','01a213aa-6272-73db-921d-29498664a866','4','01a213aa-6249-7c83-a26f-0f11cfd7973e','front matter',1.0);
INSERT INTO "point_links" VALUES('01a213aa-65e5-7daf-acb4-cf99feb11735','2030-03-10T09:00:01.000000+00:00','01a213aa-65cf-7b3d-b3e7-cba55b269272','1','01a213aa-621d-77a4-83b7-98cffe7c0b34','front matter',1.0);
INSERT INTO "point_links" VALUES('01a213aa-6611-79cf-836b-6d64299284eb','2030-03-10T09:00:02.000000+00:00','01a213aa-65cf-7b3d-b3e7-cba55b269272','2','01a213aa-61c8-7a01-b60b-3d442d798a0e','front matter',1.0);
INSERT INTO "point_links" VALUES('01a213aa-6634-7531-8c71-2bd8260a7d78','2030-03-10T09:00:03.000000+00:00','01a213aa-65cf-7b3d-b3e7-cba55b269272','3','01a213aa-61ee-794c-b9fc-e3de0072a139','front matter',1.0);
INSERT INTO "point_links" VALUES('01a213aa-6661-7d77-9dc3-4ccb87d9c098','2030-03-10T09:00:04.000000+00:00','01a213aa-65cf-7b3d-b3e7-cba55b269272','4','01a213aa-6249-7c83-a26f-0f11cfd7973e','front matter',1.0);
INSERT INTO "point_links" VALUES('01a213aa-673e-713d-b5c1-36cdfaa4e832','2030-04-01T00:00:02.000000+00:00','01a213aa-66df-79c2-823f-0ac4b734bc8d','1','01a213aa-61c8-7a01-b60b-3d442d798a0e','person',1.0);
CREATE TABLE point_matches (
	id VARCHAR(36) NOT NULL, 
	recorded_at VARCHAR(32) NOT NULL, 
	before_id VARCHAR(36) NOT NULL, 
	after_id VARCHAR(36) NOT NULL, 
	path TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES entries (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(before_id) REFERENCES entries (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(after_id) REFERENCES entries (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "point_matches" VALUES('01a213aa-6769-78d2-bd8f-7b5d7519e395','2030-04-01T00:00:03.000000+00:00','01a213aa-66df-79c2-823f-0ac4b734bc8d','01a213aa-6718-7bd5-9b00-e3409712623c','1');
INSERT INTO "point_matches" VALUES('01a213aa-67bc-705e-9339-945c6cda5555','2030-04-01T00:00:05.000000+00:00','01a213aa-66df-79c2-823f-0ac4b734bc8d','01a213aa-6718-7bd5-9b00-e3409712623c','2');
CREATE TABLE proposed (
	id VARCHAR(36) NOT NULL, 
	recorded_at VARCHAR(32) NOT NULL, 
	kind VARCHAR(32) NOT NULL, 
	source_id VARCHAR(36) NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES entries (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(source_id) REFERENCES entries (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "proposed" VALUES('01a213aa-637a-78e0-8ce1-4154d31e879c','2030-03-04T09:00:01.000000+00:00','statement_proposed','01a213aa-6349-7ec9-b47f-f68d6a7c5b1c');
INSERT INTO "proposed" VALUES('01a213aa-637b-7b9f-8f5f-eb87bd7bdf4c','2030-03-04T09:00:01.000000+00:00','statement_proposed','01a213aa-6349-7ec9-b47f-f68d6a7c5b1c');
INSERT INTO "proposed" VALUES('01a213aa-637c-7558-9ed5-f6fb70dd1429','2030-03-04T09:00:01.000000+00:00','statement_proposed','01a213aa-6349-7ec9-b47f-f68d6a7c5b1c');
INSERT INTO "proposed" VALUES('01a213aa-637d-797a-8bb7-2f822b79b685','2030-03-04T09:00:01.000000+00:00','statement_proposed','01a213aa-6349-7ec9-b47f-f68d6a7c5b1c');
INSERT INTO "proposed" VALUES('01a213aa-637e-7a9b-83a9-6954b8a8719d','2030-03-04T09:00:01.000000+00:00','statement_proposed','01a213aa-6349-7ec9-b47f-f68d6a7c5b1c');
INSERT INTO "proposed" VALUES('01a213aa-637f-7b67-99a2-9aa3099159aa','2030-03-04T09:00:01.000000+00:00','person_proposed','01a213aa-6349-7ec9-b47f-f68d6a7c5b1c');
INSERT INTO "proposed" VALUES('01a213aa-646d-71cb-89de-f2ac994f6377','2030-03-08T09:00:01.000000+00:00','statement_proposed','01a213aa-6451-7f37-98e5-cbee394cc193');
INSERT INTO "proposed" VALUES('01a213aa-646e-7e35-a3e2-2d97cb2684fc','2030-03-08T09:00:01.000000+00:00','statement_proposed','01a213aa-6451-7f37-98e5-cbee394cc193');
INSERT INTO "proposed" VALUES('01a213aa-646f-753f-aa45-ca76452a0055','2030-03-08T09:00:01.000000+00:00','statement_proposed','01a213aa-6451-7f37-98e5-cbee394cc193');
INSERT INTO "proposed" VALUES('01a213aa-6470-7cbf-8050-6664ba5defb6','2030-03-08T09:00:01.000000+00:00','statement_proposed','01a213aa-6451-7f37-98e5-cbee394cc193');
INSERT INTO "proposed" VALUES('01a213aa-6471-748a-8bae-b2a5cfde134e','2030-03-08T09:00:01.000000+00:00','statement_proposed','01a213aa-6451-7f37-98e5-cbee394cc193');
INSERT INTO "proposed" VALUES('01a213aa-6472-73f1-b514-5af09046f4ba','2030-03-08T09:00:01.000000+00:00','meeting_proposed','01a213aa-6451-7f37-98e5-cbee394cc193');
INSERT INTO "proposed" VALUES('01a213aa-6473-7230-b932-7312b3aade98','2030-03-08T09:00:01.000000+00:00','proposal_proposed','01a213aa-6451-7f37-98e5-cbee394cc193');
INSERT INTO "proposed" VALUES('01a213aa-66a7-70bc-b903-f42b6f0bb997','2030-03-12T09:00:01.000000+00:00','statement_proposed','01a213aa-6695-7a57-a043-326f822fb0b8');
CREATE TABLE sources (
	id VARCHAR(36) NOT NULL, 
	recorded_at VARCHAR(32) NOT NULL, 
	sha256 VARCHAR(64) NOT NULL, 
	title TEXT, 
	publisher TEXT, 
	agencies TEXT NOT NULL, 
	published DATE, 
	origin TEXT NOT NULL, 
	words INTEGER NOT NULL, 
	reading_time_min INTEGER NOT NULL, 
	visibility TEXT NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES entries (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "sources" VALUES('01a213aa-6349-7ec9-b47f-f68d6a7c5b1c','2030-03-04T09:00:00.000000+00:00','db2d95f1cd3088b36b2a06df58f99c0901d6281b6a48b85696b53451a84f4c92','Envoy carries first draft to both capitals','The Northland Courier','["LPA"]','2030-03-03','courier-0303.txt',66,1,'team');
INSERT INTO "sources" VALUES('01a213aa-6451-7f37-98e5-cbee394cc193','2030-03-08T09:00:00.000000+00:00','ce9a3d969673932d5c489ec5d035a2a3fa2fe827dded2e9d50c226c0040051e3','Southland moves on the border','The Northland Courier','["LPA","NNS"]','2030-03-07','https://courier.example/2030/03/07/border',64,1,'team');
INSERT INTO "sources" VALUES('01a213aa-6695-7a57-a043-326f822fb0b8','2030-03-12T09:00:00.000000+00:00','b8fab771330930f072b55f0d838e92a10af53ea47395d5912ea4965e0186ea03','Ministers meet in Holm','Southland Radio','[]','2030-03-11','radio.eml',17,1,'team');
INSERT INTO "sources" VALUES('01a213aa-6854-7970-8dea-c9f9a8c3c001','2030-04-01T00:00:08.000000+00:00','cad4cf58a0a8417ed53cbde3a5528b2d54db0f39ea473c3d30451a841f94bd4f',NULL,'The Northland Courier','[]',NULL,'odd .txt',11,1,'team');
CREATE TABLE statement_links (
	id VARCHAR(36) NOT NULL, 
	recorded_at VARCHAR(32) NOT NULL, 
	statement_id VARCHAR(36) NOT NULL, 
	issue_id VARCHAR(36) NOT NULL, 
	linked BOOLEAN NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES entries (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(statement_id) REFERENCES entries (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY(issue_id) REFERENCES entries (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "statement_links" VALUES('01a213aa-6518-781c-9a38-c8d677bf906d','2030-03-08T09:00:05.000000+00:00','01a213aa-646e-7e35-a3e2-2d97cb2684fc','01a213aa-6249-7c83-a26f-0f11cfd7973e',1);
INSERT INTO "statement_links" VALUES('01a213aa-6800-79c5-90ba-8aa39e83b383','2030-04-01T00:00:06.000000+00:00','01a213aa-637a-78e0-8ce1-4154d31e879c','01a213aa-61c8-7a01-b60b-3d442d798a0e',1);
INSERT INTO "statement_links" VALUES('01a213aa-6828-7316-b71f-cc7cf1caabd4','2030-04-01T00:00:07.000000+00:00','01a213aa-637a-78e0-8ce1-4154d31e879c','01a213aa-61ee-794c-b9fc-e3de0072a139',0);
CREATE TABLE verdicts (
	id VARCHAR(36) NOT NULL, 
	recorded_at VARCHAR(32) NOT NULL, 
	"of" VARCHAR(36) NOT NULL, 
	verdict VARCHAR(16) NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES entries (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY("of") REFERENCES entries (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "verdicts" VALUES('01a213aa-63d9-7174-bb69-be1bd8303e64','2030-03-04T09:00:02.000000+00:00','01a213aa-637a-78e0-8ce1-4154d31e879c','accepted');
INSERT INTO "verdicts" VALUES('01a213aa-63da-7842-8ff6-5027270daa5f','2030-03-04T09:00:02.000000+00:00','01a213aa-637b-7b9f-8f5f-eb87bd7bdf4c','accepted');
INSERT INTO "verdicts" VALUES('01a213aa-63db-75fe-b7be-36e6d6593b96','2030-03-04T09:00:02.000000+00:00','01a213aa-637c-7558-9ed5-f6fb70dd1429','accepted');
INSERT INTO "verdicts" VALUES('01a213aa-63dc-73fc-8ef8-5761b9dee0ba','2030-03-04T09:00:02.000000+00:00','01a213aa-637d-797a-8bb7-2f822b79b685','accepted');
INSERT INTO "verdicts" VALUES('01a213aa-63dd-726a-b0ec-8a02fe73fe61','2030-03-04T09:00:02.000000+00:00','01a213aa-637e-7a9b-83a9-6954b8a8719d','accepted');
INSERT INTO "verdicts" VALUES('01a213aa-6426-733e-9e31-381222f5124d','2030-03-04T09:00:03.000000+00:00','01a213aa-637f-7b67-99a2-9aa3099159aa','accepted');
INSERT INTO "verdicts" VALUES('01a213aa-64bc-7d9a-abe4-765217e75d86','2030-03-08T09:00:02.000000+00:00','01a213aa-646d-71cb-89de-f2ac994f6377','corrected');
INSERT INTO "verdicts" VALUES('01a213aa-64d4-77a4-b17b-b92e146db5b3','2030-03-08T09:00:03.000000+00:00','01a213aa-646f-753f-aa45-ca76452a0055','accepted');
INSERT INTO "verdicts" VALUES('01a213aa-64f6-7ce3-99a5-3c912b6eb6a5','2030-03-08T09:00:04.000000+00:00','01a213aa-646e-7e35-a3e2-2d97cb2684fc','accepted');
INSERT INTO "verdicts" VALUES('01a213aa-6540-72df-a8fa-d3fa10ffa131','2030-03-08T09:00:06.000000+00:00','01a213aa-6470-7cbf-8050-6664ba5defb6','rejected');
INSERT INTO "verdicts" VALUES('01a213aa-6574-730b-8885-86a96aaa88ad','2030-03-08T09:00:07.000000+00:00','01a213aa-6472-73f1-b514-5af09046f4ba','accepted');
INSERT INTO "verdicts" VALUES('01a213aa-65b7-7647-84aa-55f54a3cc7aa','2030-03-08T09:00:08.000000+00:00','01a213aa-6473-7230-b932-7312b3aade98','accepted');
CREATE TABLE withdrawals (
	id VARCHAR(36) NOT NULL, 
	recorded_at VARCHAR(32) NOT NULL, 
	"of" VARCHAR(36) NOT NULL, 
	PRIMARY KEY (id), 
	FOREIGN KEY(id) REFERENCES entries (id) DEFERRABLE INITIALLY DEFERRED, 
	FOREIGN KEY("of") REFERENCES entries (id) DEFERRABLE INITIALLY DEFERRED
);
INSERT INTO "withdrawals" VALUES('01a213aa-6794-74b3-95bf-b64f177a1b43','2030-04-01T00:00:04.000000+00:00','01a213aa-6769-78d2-bd8f-7b5d7519e395');
CREATE INDEX entries_author ON entries (author, id);
CREATE INDEX entries_short ON entries (short);
CREATE TRIGGER entries_no_update BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'entries are never changed or deleted'); END;
CREATE TRIGGER entries_no_delete BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'entries are never changed or deleted'); END;
CREATE INDEX sources_sha256 ON sources (sha256);
CREATE INDEX sources_recorded ON sources (recorded_at, id);
CREATE INDEX proposed_source ON proposed (source_id);
CREATE INDEX proposed_kind ON proposed (kind, recorded_at, id);
CREATE INDEX verdicts_of ON verdicts ("of", recorded_at, id);
CREATE INDEX withdrawals_of ON withdrawals ("of", recorded_at);
CREATE INDEX drafts_sha256 ON drafts (sha256);
CREATE INDEX point_links_point ON point_links (draft_id, path);
CREATE INDEX point_matches_pair ON point_matches (before_id, after_id, path);
CREATE INDEX statement_links_pair ON statement_links (statement_id, issue_id);
COMMIT;
